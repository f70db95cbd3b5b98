// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.steps.scene.Scene;

/** What the guest of a program calls: hypercalls of TCEs and RTAS calls. */
public final class GuestSteps {
    private final Scene scene;
    private final SceneNames names;

    public GuestSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    /** The name of a hypercall or of an RTAS call. */
    @ParameterType("H_[A-Z_]+|ibm,[a-z0-9-]+")
    public String guestCall(String name) {
        return name;
    }

    @Given("the guest of {handle} has put TCE {address} at {address} of {address}")
    @Meaning(
            value = "writes one entry into the table of a LIOBN; the low bits of a TCE say read (1) and write (2)",
            example = "the guest of \"V1\" has put TCE 0x100003 at 0x0 of 0x80000000")
    public void hasPut(String program, Long tce, Long ioba, Long liobn) {
        scene.given(new ProgramCall.HPutTce(names.program(program), liobn, ioba, tce));
    }

    @When("the guest of {handle} puts TCE {address} at {address} of {address}")
    @Meaning(
            value = "writes one entry into the table of a LIOBN; the low bits of a TCE say read (1) and write (2)",
            example = "the guest of \"V1\" puts TCE 0x100003 at 0x0 of 0x80000000")
    public void put(String program, Long tce, Long ioba, Long liobn) {
        scene.when(new ProgramCall.HPutTce(names.program(program), liobn, ioba, tce));
    }

    @Given("the guest of {handle} has called {guestCall} with")
    @Meaning(
            value = "any call of the guest that succeeds",
            example = "the guest of \"V1\" has called ibm,create-pe-dma-window with\n"
                    + "| phb          | 0  |\n"
                    + "| page_shift   | 16 |\n"
                    + "| window_shift | 30 |")
    public void hasCalled(String program, String call, DataTable table) {
        scene.given(operation(program, call, table));
    }

    @When("the guest of {handle} calls {guestCall} with")
    @Meaning(
            value = "any call of the guest with the fields of a table of two columns",
            example = "the guest of \"V1\" calls H_STUFF_TCE with\n"
                    + "| liobn  | 0x80000000 |\n"
                    + "| ioba   | 0x0        |\n"
                    + "| tce    | 0x0        |\n"
                    + "| npages | 2          |")
    public void call(String program, String call, DataTable table) {
        scene.when(operation(program, call, table));
    }

    private Operation operation(String program, String call, DataTable table) {
        return new FieldTable(scene, call).on(names.program(program), table);
    }
}
