// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

/**
 * The shape of a TCE table: how much memory its levels take. It is computed as the kernel does, in 32 bits without sign, so that
 * a window smaller than one of its pages has what these wrap around to. Source: pci-ioda-tce.c, Linux 6.12.
 *
 * @param pageShift binary logarithm of the IOMMU page size
 * @param windowSize bytes, a power of two
 * @param levels levels of the table
 * @param hostPageShift binary logarithm of the host page size
 */
record TableGeometry(int pageShift, long windowSize, int levels, int hostPageShift) {
    private static final int TCE_SHIFT = 3;
    private static final long SMALLEST_TABLE = 0x1000;
    /** What a shift of 64 bits looks at of its distance on POWER. */
    private static final int SHIFT_MASK = 127;

    private int entriesShift() {
        return Long.numberOfTrailingZeros(windowSize) - pageShift;
    }

    private long levelShift() {
        int entries = Integer.divideUnsigned(entriesShift() + levels - 1, levels);
        return Math.max(Integer.toUnsignedLong(entries + TCE_SHIFT), hostPageShift);
    }

    private long smallestTable() {
        return Math.max(SMALLEST_TABLE, powerOfTwo(entriesShift() + TCE_SHIFT));
    }

    private static long powerOfTwo(long shift) {
        long distance = shift & SHIFT_MASK;
        return distance < Long.SIZE ? 1L << distance : 0;
    }

    /** Whether the size of a level wrapped around, and is none that anything could have. */
    boolean levelsWrap() {
        return levelShift() >= Long.SIZE - 1;
    }

    /** The size in bytes of the largest single block of the table. */
    long levelBytes() {
        return powerOfTwo(levelShift());
    }

    /** The size in bytes that the window has in the end: a table is at least a host page, whatever was asked for. */
    long reachedSize() {
        return reachedTable() >>> TCE_SHIFT << pageShift;
    }

    private long reachedTable() {
        return powerOfTwo(Math.max(Integer.toUnsignedLong(entriesShift() + TCE_SHIFT), hostPageShift));
    }

    /** The size in bytes of all levels together; 0 for what is no table. */
    long tableBytes() {
        long level = levelBytes();
        long table = smallestTable();
        long bytes = 0;
        for (int i = 0; i < levels && level > 0; i++) {
            bytes += (table + level - 1) / level * level;
            table = Math.max(table / level << TCE_SHIFT, level);
        }
        return bytes;
    }

    /** The size in bytes of all levels, as old kernels count it: levels below a first one that fills no level are nothing. */
    long miscountedBytes() {
        return smallestTable() < levelBytes() ? levelBytes() : tableBytes();
    }

    /** The size in bytes of the shadow table of user addresses, rounded up to host pages. */
    long userViewBytes() {
        return reachedTable();
    }

    /** Whether the levels together address {@code bits} bits or more. */
    boolean addresses(int bits) {
        return (levelShift() - TCE_SHIFT) * levels + pageShift >= bits;
    }
}
