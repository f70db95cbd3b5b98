// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.datatable.DataTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.steps.scene.Scene;

/** A table of two columns, a field of a call and its value, as the operation that it says. */
final class FieldTable {
    private final Scene scene;
    private final String call;

    FieldTable(Scene scene, String call) {
        this.scene = scene;
        this.call = call;
    }

    /**
     * Returns the call on {@code handle} with these fields; one that is not named has its usual value.
     *
     * @throws org.vfiooracle.steps.failure.ScenarioFailed when the table says no such call
     */
    Operation on(String handle, DataTable table) {
        return on(handle, table.cells());
    }

    /**
     * Returns the call on {@code handle} many times; rows {@code iova_step} and {@code vaddr_step} say how much further each time.
     *
     * @throws org.vfiooracle.steps.failure.ScenarioFailed when the table says no such call
     */
    Operation repeated(String handle, int times, DataTable table) {
        OperationBuilder repeat = OperationBuilder.named("repeat").with("times", (long) times);
        List<List<String>> ofCall = new ArrayList<>();
        for (List<String> row : table.cells()) {
            boolean step = row.size() == 2 && row.get(0) != null && row.get(0).endsWith("_step") && row.get(1) != null;
            if (step) {
                repeat.with(row.get(0), row.get(1));
            } else {
                ofCall.add(row);
            }
        }
        return built(repeat.with("call", OperationCodec.encode(on(handle, ofCall))), "repeat");
    }

    /**
     * Returns the call, which is made on no handle.
     *
     * @throws org.vfiooracle.steps.failure.ScenarioFailed when the table says no such call
     */
    Operation alone(DataTable table) {
        return filled(OperationBuilder.named(call), table.cells());
    }

    private Operation on(String handle, List<List<String>> rows) {
        return filled(OperationBuilder.on(handle, call), rows);
    }

    private Operation filled(OperationBuilder request, List<List<String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            add(request, i, rows.get(i));
        }
        return built(request, call);
    }

    private Operation built(OperationBuilder request, String name) {
        try {
            return request.operation();
        } catch (CodecProblem e) {
            throw scene.misuse(
                    0,
                    name + ": " + e.getMessage(),
                    "its fields: " + String.join(", ", OperationCodec.arguments(name)));
        }
    }

    private void add(OperationBuilder request, int row, List<String> cells) {
        String field = cells.size() == 2 ? cells.get(0) : null;
        boolean list = field != null && OperationCodec.lists(call, field);
        if (field == null || (cells.get(1) == null && !list)) {
            throw scene.misuse(row, "expected a field and its value", "");
        }
        String value = cells.get(1) == null ? "" : cells.get(1);
        if (list) {
            request.with(field, value.isEmpty() ? List.of() : Arrays.asList(value.split(", *", -1)));
        } else if (!OperationCodec.counts(call, field)) {
            request.with(field, value);
        } else if (value.matches("[0-9]{1,10}")) {
            request.with(field, Long.valueOf(value));
        } else {
            throw scene.misuse(row, field + ": expected a decimal number, found \"" + value + "\"", "");
        }
    }
}
