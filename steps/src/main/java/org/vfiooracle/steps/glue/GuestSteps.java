// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.vfiooracle.fixtures.codec.CodecProblem;
import org.vfiooracle.fixtures.codec.OperationCodec;
import org.vfiooracle.model.operation.Operation;
import org.vfiooracle.model.operation.ProgramCall;
import org.vfiooracle.steps.scene.Scene;

/** What the guest of a program calls: hypercalls of TCEs and RTAS calls. */
public final class GuestSteps {
    private static final Set<String> COUNTS = Set.of("phb", "nret", "page_shift", "window_shift", "npages", "option");
    private static final Set<String> LISTS = Set.of("tces");

    private final Scene scene;
    private final Names names;

    public GuestSteps(Scene scene, Names names) {
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
        Request request = Request.on(names.program(program), call);
        List<List<String>> rows = table.cells();
        for (int i = 0; i < rows.size(); i++) {
            add(request, i, rows.get(i));
        }
        try {
            return request.operation();
        } catch (CodecProblem e) {
            throw scene.misuse(
                    0,
                    call + ": " + e.getMessage(),
                    "its fields: " + String.join(", ", OperationCodec.arguments(call)));
        }
    }

    private void add(Request request, int row, List<String> cells) {
        if (cells.size() != 2 || cells.get(0) == null) {
            throw scene.misuse(row, "expected a field and its value", "");
        }
        String field = cells.get(0);
        String value = cells.get(1) == null ? "" : cells.get(1);
        if (LISTS.contains(field)) {
            request.with(field, value.isEmpty() ? List.of() : Arrays.asList(value.split(", *", -1)));
        } else if (!COUNTS.contains(field)) {
            request.with(field, value);
        } else if (value.matches("[0-9]{1,9}")) {
            request.with(field, Integer.valueOf(value));
        } else {
            throw scene.misuse(row, field + ": expected a decimal number, found \"" + value + "\"", "");
        }
    }
}
