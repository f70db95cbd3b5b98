// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.steps.scene.Bound;
import org.vfiooracle.steps.scene.Scene;

/** Containers: opening, closing, choosing an IOMMU type, asking. */
public final class ContainerSteps {
    private final Scene scene;
    private final SceneNames names;

    public ContainerSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @Given("container {handle}")
    @Meaning(value = "opens /dev/vfio/vfio", example = "container \"C1\"")
    public void container(String handle) {
        names.bind(handle, new Bound.Container());
        scene.given(new Operation.OpenContainer(handle));
    }

    @Given("{handle} is in container {handle}")
    @Meaning(
            value = "puts a group into a container, which is opened first when it is new",
            example = "\"G1\" is in container \"C1\"")
    public void isIn(String group, String container) {
        names.openedContainer(container);
        scene.given(new Operation.SetContainer(names.group(group), container));
    }

    @Given("{handle} is in container {handle} with IOMMU type {iommuType}")
    @Meaning(
            value = "the same, and chooses the container's IOMMU type: v1, v2, type1, type1v2 or a number",
            example = "\"G1\" is in container \"C1\" with IOMMU type v2")
    public void isInWithType(String group, String container, Integer type) {
        isIn(group, container);
        hasType(container, type);
    }

    @Given("container {handle} has IOMMU type {iommuType}")
    @Meaning(value = "chooses the IOMMU type of a container", example = "container \"C1\" has IOMMU type v2")
    public void hasType(String container, Integer type) {
        scene.given(new Operation.SetIommu(names.container(container), type));
    }

    @Given("container {handle} is enabled")
    @Meaning(value = "calls VFIO_IOMMU_ENABLE, which v1 wants before it maps", example = "container \"C1\" is enabled")
    public void isEnabled(String container) {
        scene.given(new Operation.Enable(names.container(container)));
    }

    @Given("{handle} is closed")
    @Meaning(value = "closes any handle", example = "\"C1\" is closed")
    public void isClosed(String handle) {
        scene.given(new Operation.Close(names.any(handle)));
    }

    @When("close is called on {handle}")
    @Meaning(value = "closes any handle", example = "close is called on \"C1\"")
    public void close(String handle) {
        scene.when(new Operation.Close(names.any(handle)));
    }

    @When("open is called for a container as {handle}")
    @Meaning(value = "opens /dev/vfio/vfio", example = "open is called for a container as \"C2\"")
    public void open(String handle) {
        names.bind(handle, new Bound.Container());
        scene.when(new Operation.OpenContainer(handle));
    }

    @When("VFIO_SET_IOMMU sets type {iommuType} on {handle}")
    @Meaning(
            value = "chooses the IOMMU type of a container: v1, v2, type1, type1v2 or a number",
            example = "VFIO_SET_IOMMU sets type v2 on \"C1\"")
    public void setIommu(Integer type, String container) {
        scene.when(new Operation.SetIommu(names.any(container), type));
    }

    @When("VFIO_CHECK_EXTENSION asks {handle} for {iommuType}")
    @Meaning(
            value = "asks a container whether it knows v1, v2, type1, type1v2, eeh or a number",
            example = "VFIO_CHECK_EXTENSION asks \"C1\" for v2")
    public void checkExtension(String container, Integer extension) {
        scene.when(new Operation.CheckExtension(names.any(container), extension));
    }

    @When("VFIO_GET_API_VERSION asks {handle}")
    @Meaning(value = "asks a container for the version of the API", example = "VFIO_GET_API_VERSION asks \"C1\"")
    public void getApiVersion(String container) {
        scene.when(new Operation.GetApiVersion(names.any(container)));
    }

    @When("VFIO_IOMMU_SPAPR_TCE_GET_INFO asks {handle}")
    @Meaning(
            value = "asks a container for its windows and what windows can be created",
            example = "VFIO_IOMMU_SPAPR_TCE_GET_INFO asks \"C1\"")
    public void getInfo(String container) {
        scene.when(OperationBuilder.on(names.any(container), "VFIO_IOMMU_SPAPR_TCE_GET_INFO")
                .operation());
    }

    @When("VFIO_IOMMU_ENABLE is called on {handle}")
    @Meaning(value = "lets a v1 container map", example = "VFIO_IOMMU_ENABLE is called on \"C1\"")
    public void enable(String container) {
        scene.when(new Operation.Enable(names.any(container)));
    }

    @When("VFIO_IOMMU_DISABLE is called on {handle}")
    @Meaning(value = "takes back VFIO_IOMMU_ENABLE", example = "VFIO_IOMMU_DISABLE is called on \"C1\"")
    public void disable(String container) {
        scene.when(new Operation.Disable(names.any(container)));
    }
}
