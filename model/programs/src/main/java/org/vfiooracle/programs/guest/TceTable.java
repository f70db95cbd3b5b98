// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.guest;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A TCE table of the guest, which is a DMA window when it has entries.
 *
 * @param liobn its name in hypercalls
 * @param start bus address of the window
 * @param pageShift binary logarithm of the size of its pages
 * @param entries how many; 0 when there is no window
 * @param marked whether it ever was the default window
 * @param original whether it is the default window
 * @param stuck whether a window without entries stands in its place, for good
 * @param tces the entries that are not 0, by index
 */
public record TceTable(
        long liobn,
        long start,
        int pageShift,
        long entries,
        boolean marked,
        boolean original,
        boolean stuck,
        SortedMap<Long, Long> tces) {
    public TceTable {
        tces = Collections.unmodifiableSortedMap(new TreeMap<>(tces));
    }

    /** Returns a table without entries. */
    static TceTable free(long liobn) {
        return new TceTable(liobn, 0, 0, 0, false, false, false, new TreeMap<>());
    }

    /** Whether it is a window. */
    public boolean active() {
        return entries != 0;
    }

    /** Bytes of the window. */
    public long size() {
        return entries << pageShift;
    }

    /** Returns this as a window without mappings. */
    public TceTable enabled(long at, int shift, long count) {
        return new TceTable(liobn, at, shift, count, marked, false, stuck, new TreeMap<>());
    }

    /** Returns this as the empty default window. */
    TceTable defaultWindow() {
        long count = GuestInterface.DEFAULT_SIZE >> GuestInterface.DEFAULT_PAGE_SHIFT;
        return new TceTable(liobn, 0, GuestInterface.DEFAULT_PAGE_SHIFT, count, true, true, stuck, new TreeMap<>());
    }

    /** Returns this without window; the mark stays. */
    public TceTable disabled() {
        return new TceTable(liobn, start, pageShift, 0, marked, false, stuck, new TreeMap<>());
    }

    /** Returns this with a window without entries in its place. */
    TceTable stick() {
        return new TceTable(liobn, start, pageShift, entries, marked, original, true, tces);
    }

    /** Returns this without mappings. */
    TceTable cleared() {
        return new TceTable(liobn, start, pageShift, entries, marked, original, stuck, new TreeMap<>());
    }

    /** Returns this with an entry written. */
    TceTable with(long index, long tce) {
        SortedMap<Long, Long> next = new TreeMap<>(tces);
        if (tce == 0) {
            next.remove(index);
        } else {
            next.put(index, tce);
        }
        return new TceTable(liobn, start, pageShift, entries, marked, original, stuck, next);
    }

    /** The index of the entry that translates {@code ioba}, which may be none of the table. */
    long index(long ioba) {
        return (ioba - start) >>> pageShift;
    }

    /** Whether {@code index} is of an entry. */
    boolean has(long index) {
        return Long.compareUnsigned(index, entries) < 0;
    }
}
