// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.yaml;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which texts can stand without quotes: those that every schema of YAML 1.1 and 1.2 reads as that very string. Such a text
 * starts with a letter or a slash, so it is no number, date or sign, and is printable ASCII without structure.
 */
final class PlainText {
    private static final BitSet LETTERS = letters();
    private static final BitSet WORDS_OF_KEYS = and(LETTERS, "0123456789_");
    private static final BitSet LAST = and(WORDS_OF_KEYS, "./+)>*-");
    private static final BitSet INNER = and(LAST, " :@,;('=<&!?");

    /** What some schema reads as true, false or nothing, in any case of letters. */
    private static final Set<String> WORDS =
            Set.of("y", "yes", "n", "no", "on", "off", "true", "false", "null", "nan", "inf");

    private static final int LONGEST_WORD = 5;

    private PlainText() {}

    /** Tells whether {@code text} can stand as a value without quotes. */
    static boolean isValue(String text) {
        return !text.isEmpty()
                && (LETTERS.get(text.charAt(0)) || text.charAt(0) == '/')
                && consistsOf(INNER, text)
                && (text.equals("/") || LAST.get(text.charAt(text.length() - 1)))
                && !text.contains(": ")
                && !text.contains("  ")
                && !isWord(text);
    }

    /** Tells whether {@code text} can be a key: letters, digits and _, beginning with a letter. */
    static boolean isKey(String text) {
        return !text.isEmpty() && LETTERS.get(text.charAt(0)) && consistsOf(WORDS_OF_KEYS, text);
    }

    /** Tells whether some schema reads {@code text} as true, false or nothing, so that it needs quotes even as a key. */
    static boolean isWord(String text) {
        return text.length() <= LONGEST_WORD && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean consistsOf(BitSet allowed, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static BitSet letters() {
        BitSet letters = new BitSet();
        letters.set('A', 'Z' + 1);
        letters.set('a', 'z' + 1);
        return letters;
    }

    private static BitSet and(BitSet some, String more) {
        BitSet all = (BitSet) some.clone();
        more.chars().forEach(all::set);
        return all;
    }
}
