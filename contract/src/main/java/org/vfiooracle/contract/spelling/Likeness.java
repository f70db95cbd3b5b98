// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.spelling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How like two names or sentences are: the share of words that both have, in the same order. Capitals, the signs between
 * words and the zeros before a number do not count. A word with a typo counts a little less, a number half, and a word
 * without a letter or a digit, which stands for what varies, still less.
 */
final class Likeness {
    private static final String BETWEEN_WORDS = "[\\s._/@#:-]+";
    private static final double WEIGHT_OF_VARYING = 0.3;
    private static final double WEIGHT_OF_NUMBER = 0.5;
    private static final double WORST_TYPO = 0.4;

    private Likeness() {}

    /** From 0, nothing in common, to 1, equal. */
    static double of(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
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
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(BETWEEN_WORDS, -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replaceFirst("^0+(?=[0-9]+$)", ""))
                .toList();
    }

    private static double weight(List<String> words) {
        return words.stream().mapToDouble(Likeness::weight).sum();
    }

    private static double weight(String word) {
        return varies(word) ? WEIGHT_OF_VARYING : word.matches("[0-9]+") ? WEIGHT_OF_NUMBER : 1;
    }

    private static boolean varies(String word) {
        return word.chars().noneMatch(Character::isLetterOrDigit);
    }

    private static double common(String a, String b) {
        if (a.equals(b)) {
            return weight(a);
        }
        double typo = typos(a, b) / (double) Math.max(a.length(), b.length());
        return typo > WORST_TYPO || varies(a) || varies(b) ? 0 : (1 - typo) * Math.min(weight(a), weight(b));
    }

    /** The least number of letters to change, add, drop or swap with the next. */
    private static int typos(String a, String b) {
        int[][] least = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : least(least, a, i, b, j);
            }
        }
        return least[a.length()][b.length()];
    }

    private static int least(int[][] before, String a, int i, String b, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(before[i - 1][j - 1] + (same ? 0 : 1), Math.min(before[i - 1][j], before[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, before[i - 2][j - 2] + 1) : least;
    }
}
