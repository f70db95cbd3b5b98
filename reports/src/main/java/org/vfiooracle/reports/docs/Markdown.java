// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.docs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Text of a Markdown page. */
final class Markdown {
    private static final int SHOWN = 3;

    private Markdown() {}

    /** Returns a row of a table. */
    static String row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ')
                    .append(cell.isEmpty() ? "-" : cell.replace("|", "\\|"))
                    .append(" |");
        }
        return row.toString();
    }

    /** Returns the two rows that a table begins with. */
    static List<String> head(String... titles) {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < titles.length; i++) {
            rules.add("---");
        }
        return List.of(row(titles), "|" + String.join("|", rules) + "|");
    }

    static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    /** Returns the first of {@code items}, and how many more there are. */
    static String some(Collection<String> items) {
        List<String> all = List.copyOf(items);
        String first = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
        return all.size() <= SHOWN ? first : first + " and " + (all.size() - SHOWN) + " more";
    }
}
