// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.host;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A base address register of a device. Source: PCI Local Bus Specification 3.0, 6.2.5.
 *
 * @param size in bytes, a power of two; 0 for a register that the device has not
 * @param kind what is behind it
 */
public record Bar(long size, Kind kind) {
    /** A register that a device has not. */
    public static final Bar NONE = new Bar(0, Kind.MEMORY);

    /** What vfio-pci leaves for the region of a BAR: 40 bits of the offset. Half of that is ample. */
    static final long LARGEST = 1L << 39;

    private static final Pattern WORD = Pattern.compile("(0|0x[0-9a-f]{1,10})(/64|/io)?");

    /** What is behind a BAR. */
    public enum Kind {
        /** Memory below 4 GiB. */
        MEMORY("", 0, 16, 1L << 31),
        /** Memory anywhere; the next BAR holds the upper half of its address. */
        MEMORY_64("/64", 4, 16, LARGEST),
        /** I/O ports. */
        PORTS("/io", 1, 4, 1L << 31);

        private final String suffix;
        private final int bits;
        private final long least;
        private final long most;

        Kind(String suffix, int bits, long least, long most) {
            this.suffix = suffix;
            this.bits = bits;
            this.least = least;
            this.most = most;
        }

        /** The lowest bits of such a register, which cannot be written. */
        int bits() {
            return bits;
        }

        private static Kind of(String suffix) {
            return suffix.equals(MEMORY_64.suffix) ? MEMORY_64 : suffix.equals(PORTS.suffix) ? PORTS : MEMORY;
        }
    }

    /** Reads one word: {@code 0x80000}, {@code 0x400000000/64}, {@code 0x20/io} or {@code 0}; empty for a size that no BAR has. */
    static Optional<Bar> parse(String word) {
        Matcher form = WORD.matcher(word);
        if (!form.matches()) {
            return Optional.empty();
        }
        Bar bar = new Bar(
                Long.decode(form.group(1)),
                Kind.of(Optional.ofNullable(form.group(2)).orElse("")));
        return bar.usual() ? Optional.of(bar) : Optional.empty();
    }

    /** Returns the BAR behind which {@code bytes} of a real device lie: the next size that a BAR can have. */
    public static Bar holding(long bytes, Kind kind) {
        long least = Math.max(bytes, kind.least);
        long size = Long.highestOneBit(least) == least ? least : Long.highestOneBit(least) << 1;
        return new Bar(Math.min(size, kind.most), kind);
    }

    /** Whether a device has it. */
    public boolean there() {
        return size > 0;
    }

    /** Whether the next register belongs to it, too. */
    boolean wide() {
        return kind == Kind.MEMORY_64;
    }

    /** Returns the bits that can be written: those of the address. */
    public long writable() {
        return there() ? -size & (kind == Kind.PORTS ? ~3L : ~0xfL) : 0;
    }

    /** The word that {@link #parse} reads. */
    public String word() {
        return there() ? "0x" + Long.toHexString(size) + kind.suffix : "0";
    }

    private boolean usual() {
        return size == 0 ? kind == Kind.MEMORY : size >= kind.least && size <= kind.most && Long.bitCount(size) == 1;
    }
}
