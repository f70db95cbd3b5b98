// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.vocabulary;

import java.util.List;

/** How far a step is from an expression of the vocabulary: the least number of words to change, a typo being less than one. */
final class Likeness {
    private static final String VARIES = "{}";

    private Likeness() {}

    static double distance(String step, String expression) {
        List<String> from = words(step.replaceAll("\"[^\"]*\"", VARIES)
                .replaceAll("\\b(0x[0-9a-fA-F]+|[0-9]+( (B|KiB|MiB|GiB|TiB))?)\\b", VARIES));
        List<String> to = words(expression.replaceAll("\\{[^}]*}", VARIES));
        double[] previous = new double[to.size() + 1];
        for (int j = 0; j <= to.size(); j++) {
            previous[j] = j;
        }
        for (String word : from) {
            double[] row = new double[to.size() + 1];
            row[0] = previous[0] + 1;
            for (int j = 1; j <= to.size(); j++) {
                double replaced = previous[j - 1] + typo(word, to.get(j - 1));
                row[j] = Math.min(replaced, Math.min(row[j - 1], previous[j]) + 1);
            }
            previous = row;
        }
        return previous[to.size()];
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }

    /** From 0 for equal words to 1 for words that have no letter in its place. */
    private static double typo(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(previous[j - 1] + cost, Math.min(row[j - 1], previous[j]) + 1);
            }
            previous = row;
        }
        return previous[b.length()] / (double) Math.max(1, Math.max(a.length(), b.length()));
    }
}
