// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.stream.Collectors;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.steps.expect.ContainerFields;
import org.vfiooracle.steps.expect.ListCheck;
import org.vfiooracle.steps.expect.ValueCheck;
import org.vfiooracle.steps.scene.Scene;

/** What containers, groups and the process have come to. */
public final class StateSteps {
    private static final String NOTHING = "none";

    private final Scene scene;
    private final SceneNames names;

    public StateSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @Then("the windows of {handle} are")
    @Meaning(
            value = "the DMA windows of a container; only the columns given are compared",
            example = "the windows of \"C1\" are\n"
                    + "| platforms | window | start | size  | page  | levels |\n"
                    + "| *         | 0      | 0x0   | 2 GiB | 4 KiB | 1      |")
    public void windows(String handle, DataTable table) {
        windows(handle).table(table.cells());
    }

    @Then("{handle} has no window")
    @Meaning(value = "a container has no DMA window", example = "\"C1\" has no window")
    public void noWindow(String handle) {
        windows(handle).empty();
    }

    @Then("the mappings of {handle} are")
    @Meaning(
            value = "what is mapped in a container, in order of bus address",
            example = "the mappings of \"C1\" are\n"
                    + "| platforms | iova | size   | memory |\n"
                    + "| *         | 0x0  | 64 KiB | B1     |")
    public void mappings(String handle, DataTable table) {
        mappings(handle).table(table.cells());
    }

    @Then("nothing is mapped in {handle}")
    @Meaning(value = "nothing is mapped in a container", example = "nothing is mapped in \"C1\"")
    public void nothingMapped(String handle) {
        mappings(handle).empty();
    }

    @Then("locked memory is")
    @Meaning(
            value = "what the process has locked: host pages, or a size such as 1 MiB",
            example = "locked memory is\n| platforms | pages |\n| *         | 0     |")
    public void lockedMemory(DataTable table) {
        ValueCheck.lockedMemory(scene, table.cells());
    }

    @Then("container {handle} holds {handles}")
    @Meaning(value = "the groups of a container, newest first", example = "container \"C1\" holds \"G2\" and \"G1\"")
    public void holds(String handle, ParameterTypes.Handles groups) {
        groupsAre(handle, groups.names().stream().map(names::alias).toList());
    }

    @Then("container {handle} holds no group")
    @Meaning(value = "no group is in a container", example = "container \"C1\" holds no group")
    public void holdsNone(String handle) {
        groupsAre(handle, List.of());
    }

    @Then("{handle} is in no container")
    @Meaning(value = "a group is in no container", example = "\"G2\" is in no container")
    public void inNoContainer(String handle) {
        String alias = names.alias(handle);
        ValueCheck.everywhere(scene, "container of " + handle, NOTHING, track -> track.state()
                .group(alias)
                .container()
                .orElse(NOTHING));
    }

    @Then("container {handle} has no IOMMU")
    @Meaning(value = "a container has no IOMMU type (yet, or any more)", example = "container \"C1\" has no IOMMU")
    public void noIommu(String handle) {
        String container = names.container(handle);
        ValueCheck.everywhere(scene, "IOMMU of " + handle, NOTHING, track -> ContainerFields.find(track, container)
                .flatMap(Container::iommu)
                .map(Iommu::typeName)
                .orElse(NOTHING));
    }

    private void groupsAre(String handle, List<String> aliases) {
        String container = names.container(handle);
        ValueCheck.everywhere(
                scene,
                "groups of " + handle,
                handles(aliases),
                track -> handles(ContainerFields.groups(track, container)));
    }

    private String handles(List<String> aliases) {
        return aliases.isEmpty()
                ? NOTHING
                : aliases.stream().map(scene.script()::handleOfGroup).collect(Collectors.joining(", "));
    }

    private ListCheck windows(String handle) {
        String container = names.container(handle);
        return new ListCheck(
                scene,
                "windows of " + handle,
                ContainerFields.WINDOW,
                track -> ContainerFields.windows(track, container));
    }

    private ListCheck mappings(String handle) {
        String container = names.container(handle);
        return new ListCheck(
                scene,
                "mappings of " + handle,
                ContainerFields.MAPPING,
                track -> ContainerFields.mappings(track, container));
    }
}
