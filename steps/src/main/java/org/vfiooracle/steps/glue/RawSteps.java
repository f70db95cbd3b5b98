// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Set;
import org.vfiooracle.fixtures.codec.CodecProblem;
import org.vfiooracle.fixtures.codec.OperationCodec;
import org.vfiooracle.steps.scene.Scene;

/** Any call that takes arguments, field by field: for arguments that the other steps cannot say. */
public final class RawSteps {
    private static final Set<String> COUNTS =
            Set.of("argsz", "type", "extension", "page_shift", "levels", "pe_op", "nr");

    private final Scene scene;
    private final Names names;

    public RawSteps(Scene scene, Names names) {
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
        Request request = Request.on(names.any(handle), call);
        List<List<String>> rows = table.cells();
        for (int i = 0; i < rows.size(); i++) {
            add(request, i, rows.get(i));
        }
        try {
            scene.when(request.operation());
        } catch (CodecProblem e) {
            throw scene.misuse(
                    0,
                    call + ": " + e.getMessage(),
                    "its fields: " + String.join(", ", OperationCodec.arguments(call)));
        }
    }

    private void add(Request request, int row, List<String> cells) {
        if (cells.size() != 2 || cells.get(0) == null || cells.get(1) == null) {
            throw scene.misuse(row, "expected a field and its value", "");
        }
        String field = cells.get(0);
        String value = cells.get(1);
        if (!COUNTS.contains(field)) {
            request.with(field, value);
        } else if (value.matches("[0-9]{1,9}")) {
            request.with(field, Integer.valueOf(value));
        } else {
            throw scene.misuse(row, field + ": expected a decimal number, found \"" + value + "\"", "");
        }
    }
}
