// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

/**
 * The shape of a TCE table: how much memory its levels take. Source: pci-ioda-tce.c, Linux 6.12.
 *
 * @param pageShift binary logarithm of the IOMMU page size
 * @param windowSize bytes, a power of two of at least a page
 * @param levels levels of the table
 * @param hostPageShift binary logarithm of the host page size
 */
record TableGeometry(int pageShift, long windowSize, int levels, int hostPageShift) {
    private static final int TCE_SHIFT = 3;
    private static final long SMALLEST_TABLE = 0x1000;

    private int entriesShift() {
        return Long.numberOfTrailingZeros(windowSize) - pageShift;
    }

    private int levelShift() {
        return Math.max((entriesShift() + levels - 1) / levels + TCE_SHIFT, hostPageShift);
    }

    private long smallestTable() {
        return Math.max(SMALLEST_TABLE, 1L << (entriesShift() + TCE_SHIFT));
    }

    /** The size in bytes of the largest single block of the table. */
    long levelBytes() {
        return 1L << levelShift();
    }

    /** The size in bytes that the window has in the end: a table is at least a host page, whatever was asked for. */
    long reachedSize() {
        return Math.max(windowSize, 1L << (hostPageShift - TCE_SHIFT) << pageShift);
    }

    /** The size in bytes of all levels together. */
    long tableBytes() {
        long level = levelBytes();
        long table = smallestTable();
        long bytes = 0;
        for (int i = 0; i < levels; i++) {
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
        long page = 1L << hostPageShift;
        return ((1L << (entriesShift() + TCE_SHIFT)) + page - 1) / page * page;
    }

    /** Whether the levels together address {@code bits} bits or more. */
    boolean addresses(int bits) {
        return (levelShift() - TCE_SHIFT) * levels + pageShift >= bits;
    }
}
