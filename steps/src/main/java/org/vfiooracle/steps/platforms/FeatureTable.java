// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.platforms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of a feature file, found line by line: all files are looked at before one scenario runs, and Gherkin would take longer
 * than the scenario.
 *
 * @param above the line above it
 * @param header its columns
 * @param rows the rows below the header, each with as many cells
 */
record FeatureTable(String above, List<String> header, List<List<String>> rows) {
    /** Returns the tables of a piece of a feature file, in order. */
    static List<FeatureTable> of(String text) {
        List<FeatureTable> found = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        String above = "";
        for (String raw : (text + "\n.").lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("|")) {
                rows.add(cells(line));
            } else if (!line.startsWith("#") && !line.isEmpty()) {
                if (!rows.isEmpty()) {
                    found.add(new FeatureTable(above, rows.get(0), List.copyOf(rows.subList(1, rows.size()))));
                    rows.clear();
                }
                above = line;
            }
        }
        return found;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** Returns the cells of a column; none when the table does not have it. */
    List<String> column(String name) {
        int at = header.indexOf(name);
        return at < 0
                ? List.of()
                : rows.stream()
                        .filter(row -> row.size() > at)
                        .map(row -> row.get(at))
                        .toList();
    }
}
