// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import java.util.List;

/**
 * The step that is being performed.
 *
 * @param text its text, without the keyword
 * @param line where it is
 * @param rows the rows of its table, header first; empty when it has none
 */
public record CurrentStep(String text, int line, List<TableLine> rows) {
    /** Before the first step. */
    public static final CurrentStep NONE = new CurrentStep("", 0, List.of());

    public CurrentStep {
        rows = List.copyOf(rows);
    }

    /** The line of a row, the header being row 0. */
    public int line(int row) {
        return row < rows.size() ? rows.get(row).line() : line;
    }

    /** The column of a cell, from 0, of a row; 0 where it is not known. */
    public int column(int row, int cell) {
        return row < rows.size() && cell >= 0 && cell < rows.get(row).columns().size()
                ? rows.get(row).columns().get(cell)
                : 0;
    }
}
