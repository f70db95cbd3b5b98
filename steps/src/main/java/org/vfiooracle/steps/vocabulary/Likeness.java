// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.vocabulary;

import java.util.List;

/**
 * How like a step is to an expression of the vocabulary: the share of words that both have, in the same order. A word with
 * a typo counts a little less, and what varies from step to step (handles, sizes) much less.
 */
final class Likeness {
    private static final String VARIES = "{}";
    private static final double WEIGHT_OF_VARYING = 0.3;
    private static final double WORST_TYPO = 0.5;

    private Likeness() {}

    /** From 0, nothing in common, to 1, equal. */
    static double of(String step, String expression) {
        List<String> a = words(step.replaceAll("\"[^\"]*\"", VARIES)
                .replaceAll("\\b(0x[0-9a-fA-F]+|[0-9]+( (B|KiB|MiB|GiB|TiB))?)\\b", VARIES));
        List<String> b = words(expression.replaceAll("\\{[^}]*}", VARIES));
        double[] previous = new double[b.size() + 1];
        for (String word : a) {
            double[] row = new double[b.size() + 1];
            for (int j = 1; j <= b.size(); j++) {
                double both = previous[j - 1] + common(word, b.get(j - 1));
                row[j] = Math.max(both, Math.max(row[j - 1], previous[j]));
            }
            previous = row;
        }
        return 2 * previous[b.size()] / (weight(a) + weight(b));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }

    private static double weight(List<String> words) {
        return words.stream().mapToDouble(Likeness::weight).sum();
    }

    private static double weight(String word) {
        return word.equals(VARIES) ? WEIGHT_OF_VARYING : 1;
    }

    private static double common(String a, String b) {
        if (a.equals(b)) {
            return weight(a);
        }
        double typo = edits(a, b) / (double) Math.max(a.length(), b.length());
        return typo > WORST_TYPO || a.equals(VARIES) || b.equals(VARIES) ? 0 : 1 - typo;
    }

    /** The least number of letters to change, add or drop. */
    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(row[j - 1], previous[j]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
