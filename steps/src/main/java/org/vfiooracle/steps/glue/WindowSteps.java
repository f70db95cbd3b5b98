// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.steps.scene.Scene;

/** DMA windows: creating and removing them. */
public final class WindowSteps {
    private static final int ONE_LEVEL = 1;

    private final Scene scene;
    private final SceneNames names;

    public WindowSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @Given("a bridge whose tables the kernel makes")
    @Meaning(
            value = "not possible in a partition, whose hypervisor makes the tables",
            example = "a bridge whose tables the kernel makes")
    public void kernelMakesTables() {
        scene.demand(Rules.KERNEL_TABLES.id(), profile -> profile.hardware().tables() == Hardware.Tables.BRIDGE);
    }

    @Given("a partition")
    @Meaning(value = "only possible where a hypervisor makes the tables of windows", example = "a partition")
    public void partition() {
        scene.demand(Rules.BRIDGE.id(), profile -> profile.hardware().tables() == Hardware.Tables.HYPERVISOR);
    }

    @Given("{handle} has a window of {size} with {size} pages")
    @Meaning(
            value = "creates a DMA window with a table of one level",
            example = "\"C1\" has a window of 1 GiB with 64 KiB pages")
    public void hasWindow(String container, Long size, Long page) {
        scene.given(create(container, size, page, ONE_LEVEL));
    }

    @Given("{handle} has a window of {size} with {size} pages and {int} levels")
    @Meaning(value = "creates a DMA window", example = "\"C1\" has a window of 1 GiB with 64 KiB pages and 2 levels")
    public void hasWindowOfLevels(String container, Long size, Long page, int levels) {
        scene.given(create(container, size, page, levels));
    }

    @Given("the default window of {handle} is removed")
    @Meaning(value = "removes the window at bus address 0", example = "the default window of \"C1\" is removed")
    public void defaultWindowIsRemoved(String container) {
        scene.given(remove(container, 0));
    }

    @When("VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of {size} with {size} pages in {handle}")
    @Meaning(
            value = "creates a DMA window with a table of one level",
            example = "VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in \"C1\"")
    public void tceCreate(Long size, Long page, String container) {
        scene.when(create(container, size, page, ONE_LEVEL));
    }

    @When("VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of {size} with {size} pages and {int} levels in {handle}")
    @Meaning(
            value = "creates a DMA window",
            example = "VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages and 2 levels in \"C1\"")
    public void tceCreateWithLevels(Long size, Long page, int levels, String container) {
        scene.when(create(container, size, page, levels));
    }

    @When("VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at {address} from {handle}")
    @Meaning(
            value = "removes the DMA window that starts at a bus address",
            example = "VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from \"C1\"")
    public void tceRemove(Long start, String container) {
        scene.when(remove(container, start));
    }

    private Operation create(String container, long size, long page, int levels) {
        if (Long.bitCount(page) != 1) {
            throw scene.misuse(
                    0,
                    "a page size is a power of two",
                    "a page shift of any kind is given by \"VFIO_IOMMU_SPAPR_TCE_CREATE is called on ... with\"");
        }
        return OperationBuilder.on(names.any(container), "VFIO_IOMMU_SPAPR_TCE_CREATE")
                .with("page_shift", Long.numberOfTrailingZeros(page))
                .hex("window_size", size)
                .with("levels", levels)
                .operation();
    }

    private Operation remove(String container, long start) {
        return OperationBuilder.on(names.any(container), "VFIO_IOMMU_SPAPR_TCE_REMOVE")
                .hex("start_addr", start)
                .operation();
    }
}
