// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in columns as wide as their longest cell. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Starts a table with these headings. */
    public static TextTable headed(String... headings) {
        return new TextTable().row(headings);
    }

    /** Adds a row; it must have as many cells as the others. */
    public TextTable row(String... cells) {
        if (!rows.isEmpty() && rows.get(0).size() != cells.length) {
            throw new IllegalArgumentException("a row of " + cells.length + " cells among rows of "
                    + rows.get(0).size());
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** The lines, each after {@code indent}, without spaces at their ends. */
    public List<String> lines(String indent) {
        return rows.stream().map(row -> line(indent, row)).toList();
    }

    private String line(String indent, List<String> row) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i))
                    .append(" ".repeat(width(i) - row.get(i).length()))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
