// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Tables as text with tabs. */
final class TabSeparated {
    private TabSeparated() {}

    /** Returns one line for each row; a cell that holds a tab, a line end or a quote is quoted. */
    static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(TabSeparated::cell).collect(joining("\t", "", "\n")))
                .collect(joining());
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '"');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
