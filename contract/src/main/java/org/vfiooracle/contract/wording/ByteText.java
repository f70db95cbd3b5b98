// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.wording;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.vfiooracle.contract.codec.Hex;

/** Numbers of bytes, and where they lie, in words; unsigned 64 bits. */
public final class ByteText {
    /** The units, each 1024 times the one before. */
    public static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

    /** How many bits are between two units. */
    public static final int STEP = 10;

    private static final int DIGITS = 6;
    private static final int FEW_DIGITS = 4;

    private ByteText() {}

    /** Returns {@code 64 KiB}, {@code 24840 KiB}, {@code 4095 B}: exactly that many; hex where that takes too many digits. */
    public static String size(long bytes) {
        String count = count(bytes);
        return count.length() <= DIGITS ? count + " " + UNITS.get(unit(bytes)) : Hex.of(bytes);
    }

    /** Returns {@code 64 KiB}, {@code ~24.3 MiB}: rounded, and then marked, where an exact number is long. */
    public static String about(long bytes) {
        return count(bytes).length() <= FEW_DIGITS ? size(bytes) : rounded(bytes);
    }

    /** Returns the first and the last address, as {@code 0x0..0x7fffffff}. */
    public static String range(long start, long size) {
        return Hex.of(start) + ".." + Hex.of(start + size - 1);
    }

    /** The largest unit that fits without a rest. */
    private static int unit(long bytes) {
        return bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / STEP, UNITS.size() - 1);
    }

    private static String count(long bytes) {
        return Long.toUnsignedString(bytes >>> (STEP * unit(bytes)));
    }

    private static String rounded(long bytes) {
        int unit = (Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes)) / STEP;
        BigDecimal value = new BigDecimal(new BigInteger(Long.toUnsignedString(bytes)))
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(STEP * unit)), 1, RoundingMode.HALF_UP);
        return "~" + value.toPlainString() + " " + UNITS.get(unit);
    }
}
