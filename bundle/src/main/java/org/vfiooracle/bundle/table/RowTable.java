// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one array. A sequence of rows that is there already is not added again: most calls are made many times. */
final class RowTable {
    private final String type;
    private final String name;
    private final String unused;
    private final List<String> rows = new ArrayList<>();
    private final Map<List<String>, Integer> sequences = new HashMap<>();

    /**
     * Makes an empty table.
     *
     * @param type of a row
     * @param name of the array
     * @param unused a row for an array that would be empty, which C does not have
     */
    RowTable(String type, String name, String unused) {
        this.type = type;
        this.name = name;
        this.unused = unused;
    }

    /** Adds rows, and returns the index of the first one. */
    int add(List<String> sequence) {
        if (sequence.isEmpty()) {
            return 0;
        }
        Integer before = sequences.putIfAbsent(List.copyOf(sequence), rows.size());
        if (before != null) {
            return before;
        }
        rows.addAll(sequence);
        return rows.size() - sequence.size();
    }

    /** How many rows there are. */
    int size() {
        return rows.size();
    }

    /** Returns the definition of the array. */
    String text() {
        StringBuilder text = new StringBuilder("static const " + type + " " + name + "[] = {\n");
        (rows.isEmpty() ? List.of(unused) : rows)
                .forEach(row -> text.append('\t').append(row).append(",\n"));
        return text.append("};\n\n").toString();
    }
}
