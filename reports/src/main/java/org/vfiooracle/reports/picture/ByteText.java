// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numbers of bytes as people and as programs write them; unsigned 64 bits. */
final class ByteText {
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final int STEP = 10;

    private ByteText() {}

    /** Returns {@code 2 GiB}, {@code 4095 bytes}; rounded, as in {@code ~1.5 GiB}, where no unit fits without remainder. */
    static String human(long bytes) {
        int exact = 0;
        while (exact < UNITS.length - 1 && bytes != 0 && Long.numberOfTrailingZeros(bytes) >= STEP * (exact + 1)) {
            exact++;
        }
        String count = Long.toUnsignedString(bytes >>> (STEP * exact));
        return count.length() <= 4 ? count + " " + unit(count, exact) : rounded(bytes);
    }

    /** Returns {@code 0x80000000}. */
    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    /** Returns both, as {@code 2 GiB = 0x80000000}. */
    static String both(long bytes) {
        return human(bytes) + " = " + hex(bytes);
    }

    /** Returns the first and the last address, as {@code 0x0 .. 0x7fffffff}. */
    static String range(long start, long size) {
        return hex(start) + " .. " + hex(start + size - 1);
    }

    private static String rounded(long bytes) {
        int unit = (Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes)) / STEP;
        BigDecimal value = new BigDecimal(new BigInteger(Long.toUnsignedString(bytes)))
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(STEP * unit)), 1, RoundingMode.HALF_UP);
        return "~" + value.toPlainString() + " " + UNITS[unit];
    }

    private static String unit(String count, int unit) {
        return unit == 0 && count.equals("1") ? "byte" : UNITS[unit];
    }
}
