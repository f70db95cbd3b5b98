// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.regex.Pattern;

/** Addresses, sizes and masks as documents spell them: lower-case hex strings of 64 bits without leading zeros. */
public final class Hex {
    private static final Pattern FORM = Pattern.compile("0x(?:0|[1-9a-f][0-9a-f]{0,15})");

    private Hex() {}

    /** Returns the spelling of {@code value}, which is taken as unsigned. */
    public static String of(long value) {
        return "0x" + Long.toHexString(value);
    }

    /** Tells whether {@code text} is the spelling of a number. */
    public static boolean spells(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Returns the number that {@code text} spells.
     *
     * @throws IllegalArgumentException when it is not spelled so
     */
    public static long parse(String text) {
        if (!spells(text)) {
            throw new IllegalArgumentException("expected a hex number such as 0x1000, found \"" + text + "\"");
        }
        return Long.parseUnsignedLong(text.substring(2), 16);
    }
}
