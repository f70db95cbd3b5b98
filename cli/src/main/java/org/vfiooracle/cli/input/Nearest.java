// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that someone may have meant. */
public final class Nearest {
    private static final int SHOWN = 3;

    private Nearest() {}

    /** Returns up to three of {@code names}, the most similar first, and in order of name where they are equally so. */
    public static List<String> to(String typed, Collection<String> names) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .distinct()
                .sorted(Comparator.<String>comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    /** Returns the sentence that offers the nearest of {@code names}, or nothing when there are none. */
    public static String hint(String typed, Collection<String> names) {
        List<String> nearest = to(typed, names);
        return nearest.isEmpty() ? "" : "did you mean " + String.join(", ", nearest) + "?";
    }

    /** How many letters must be inserted, deleted or replaced to get from one to the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
