// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.Locale;

/** Text of somebody else, made fit for a terminal: a control character is shown as a number and does nothing. */
public final class PlainLine {
    private static final int SHOWN = 200;

    private PlainLine() {}

    /** Returns the text with {@code \x1b} for the escape character, and so on; line ends and tabs stay. */
    public static String of(String text) {
        if (text.chars().noneMatch(PlainLine::acts)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(character -> {
            if (acts(character)) {
                plain.append(String.format(Locale.ROOT, character < 0x100 ? "\\x%02x" : "\\u%04x", character));
            } else {
                plain.append((char) character);
            }
        });
        return plain.toString();
    }

    /** Returns the beginning of a long text, and how long it is. */
    public static String shown(String text) {
        return text.length() <= SHOWN
                ? of(text)
                : of(text.substring(0, SHOWN)) + "... (" + text.length() + " characters)";
    }

    /** Controls of terminals, and those that turn the direction of writing. */
    private static boolean acts(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t'
                || character >= 0x202a && character <= 0x202e
                || character >= 0x2066 && character <= 0x2069;
    }
}
