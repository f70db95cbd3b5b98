// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.steps.expect.DmaCheck;
import org.vfiooracle.steps.scene.Scene;

/** DMA by a device: what shows which mappings the hardware has. */
public final class DmaSteps {
    private final Scene scene;
    private final SceneNames names;

    public DmaSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @When("device {handle} writes to {address}")
    @Meaning(value = "a device writes 8 bytes to a bus address", example = "device \"D1\" writes to 0x0")
    public void writes(String device, Long iova) {
        scene.when(new Operation.DmaWrite(names.any(device), iova));
    }

    @When("device {handle} reads from {address} through {address}")
    @Meaning(
            value = "a device reads 8 bytes from a bus address, and writes them to another one, where they can be seen",
            example = "device \"D1\" reads from 0x0 through 0x10000")
    public void reads(String device, Long iova, Long through) {
        scene.when(new Operation.DmaRead(names.any(device), iova, through));
    }

    @Then("the DMA reaches")
    @Meaning(
            value = "the memory that the last DMA wrote to or read from: a buffer and an offset, or nothing",
            example = "the DMA reaches\n| platforms | memory |\n| *         | B1+0x0 |")
    public void reached(DataTable table) {
        DmaCheck.reaches(scene, table.cells());
    }
}
