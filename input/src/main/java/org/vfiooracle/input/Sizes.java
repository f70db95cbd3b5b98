// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.advice.memlock.WantedWindow;

/** Numbers of bytes as people type them: {@code 64G}, {@code 64GiB}, {@code "64 GiB"}, {@code 68719476736}; a K is 1024 bytes. */
public final class Sizes {
    private static final Pattern FORM = Pattern.compile("(?<count>[0-9]{1,18}) ?(?<unit>[KMGT]?)(?:I?B)?");
    private static final Pattern HEX = Pattern.compile("0x(?<digits>[0-9a-fA-F]{1,15})");
    private static final int BASE_OF_HEX = 16;
    private static final List<String> UNITS = List.of("", "K", "M", "G", "T");
    private static final int STEP = 10;
    private static final String WINDOW_FORM =
            "SHIFT:SIZE:LEVELS, such as 16:128G:1, or 64K:128G:1 with the size of a page";
    private static final int PARTS = 3;
    private static final int SMALLEST_SHIFT = 12;
    private static final int LARGEST_SHIFT = 40;
    private static final int MOST_LEVELS = 5;

    private Sizes() {}

    /**
     * Reads a number of bytes of at least one.
     *
     * @param option for the message
     * @throws NoSize when it is none
     */
    public static long bytes(String option, String typed) {
        OptionalLong size = parse(typed);
        if (size.isEmpty() || size.getAsLong() == 0) {
            throw new NoSize(option, "a size such as 64G, 512M or 68719476736 (bytes), up to 1024T", typed);
        }
        return size.getAsLong();
    }

    /**
     * Reads RLIMIT_MEMLOCK: a size, which may be zero or hexadecimal.
     *
     * @return bytes; empty for unlimited
     * @throws NoSize when it is none
     */
    public static OptionalLong limit(String option, String typed) {
        if (typed.strip().equals("unlimited")) {
            return OptionalLong.empty();
        }
        Matcher hex = HEX.matcher(typed.strip());
        OptionalLong size =
                hex.matches() ? OptionalLong.of(Long.parseLong(hex.group("digits"), BASE_OF_HEX)) : parse(typed);
        if (size.isEmpty()) {
            throw new NoSize(option, "unlimited, or a size such as 64M, 8388608 or 0x800000 (bytes)", typed);
        }
        return size;
    }

    /**
     * Reads a window.
     *
     * @throws NoSize when it is none
     */
    public static WantedWindow window(String option, String typed) {
        String[] parts = typed.split(":", -1);
        if (parts.length == PARTS) {
            OptionalInt shift = shift(parts[0]);
            OptionalLong size = parse(parts[1]);
            if (shift.isPresent() && size.isPresent() && parts[2].matches("[1-" + MOST_LEVELS + "]")) {
                return new WantedWindow(shift.getAsInt(), size.getAsLong(), Integer.parseInt(parts[2]));
            }
        }
        throw new NoSize(option, WINDOW_FORM, typed);
    }

    /** A shift is a small number; anything larger, or with a unit, is the size of a page. */
    private static OptionalInt shift(String text) {
        Optional<Long> page = parse(text).stream().boxed().findFirst();
        if (page.isEmpty()) {
            return OptionalInt.empty();
        }
        long number = page.get();
        boolean power = Long.bitCount(number) == 1;
        int shift = number <= LARGEST_SHIFT ? (int) number : power ? Long.numberOfTrailingZeros(number) : 0;
        return shift >= SMALLEST_SHIFT && shift <= LARGEST_SHIFT ? OptionalInt.of(shift) : OptionalInt.empty();
    }

    private static OptionalLong parse(String text) {
        Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            return OptionalLong.empty();
        }
        long count = Long.parseLong(form.group("count"));
        int shift = STEP * UNITS.indexOf(form.group("unit"));
        return count <= (1L << (STEP * PARTS + 2 * STEP)) >> shift
                ? OptionalLong.of(count << shift)
                : OptionalLong.empty();
    }
}
