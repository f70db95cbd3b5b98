// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import org.vfiooracle.steps.scene.Scene;

/** Any call that takes arguments, field by field: for arguments that the other steps cannot say. */
public final class RawSteps {
    private final Scene scene;
    private final SceneNames names;

    public RawSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    /** The name of a call. */
    @ParameterType("VFIO_[A-Z_]+|ioctl")
    public String call(String name) {
        return name;
    }

    @When("{call} is called on {handle} with")
    @Meaning(
            value = "makes any call with the fields of a table of two columns; a field not named has its usual value",
            example = "VFIO_IOMMU_MAP_DMA is called on \"C1\" with\n"
                    + "| vaddr | B1+0x0  |\n"
                    + "| iova  | 0x800   |\n"
                    + "| size  | 0x10000 |\n"
                    + "| flags | 0x3     |")
    public void called(String call, String handle, DataTable table) {
        scene.when(new FieldTable(scene, call).on(names.any(handle), table));
    }

    @When("{call} is called {int} times on {handle} with")
    @Meaning(
            value =
                    "makes a call again and again until one is refused; iova_step and vaddr_step say how much further each time",
            example = "VFIO_IOMMU_MAP_DMA is called 100 times on \"C1\" with\n"
                    + "| vaddr     | B1+0x0 |\n"
                    + "| iova      | 0x0    |\n"
                    + "| iova_step | 0x1000 |\n"
                    + "| size      | 0x1000 |\n"
                    + "| flags     | 0x3    |")
    public void repeated(String call, int times, String handle, DataTable table) {
        scene.when(new FieldTable(scene, call).repeated(names.any(handle), times, table));
    }

    @Given("{call} succeeds {int} times on {handle} with")
    @Meaning(
            value = "makes a call again and again, and each has to succeed; fields as in the step before",
            example = "VFIO_IOMMU_UNMAP_DMA succeeds 100 times on \"C1\" with\n"
                    + "| iova      | 0x0    |\n"
                    + "| iova_step | 0x1000 |\n"
                    + "| size      | 0x1000 |")
    public void succeeds(String call, int times, String handle, DataTable table) {
        scene.given(new FieldTable(scene, call).repeated(names.any(handle), times, table));
    }

    /** The name of a system call that is none of VFIO. */
    @ParameterType("setrlimit|capset|mmap|munmap|mprotect")
    public String systemCall(String name) {
        return name;
    }

    @Given("{systemCall} is called with")
    @Meaning(
            value = "changes the limit, the capabilities or the memory of the process that makes the calls",
            example = "mmap is called with\n"
                    + "| vaddr   | B1+0x0  |\n"
                    + "| size    | 0x10000 |\n"
                    + "| backing | page    |\n"
                    + "| access  | rw      |")
    public void changes(String call, DataTable table) {
        scene.given(new FieldTable(scene, call).alone(table));
    }
}
