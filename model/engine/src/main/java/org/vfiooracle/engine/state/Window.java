// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

/**
 * A DMA window and the TCE table behind it.
 *
 * @param number slot in the container: 0 or 1
 * @param start bus address
 * @param size bytes
 * @param pageShift binary logarithm of the IOMMU page size
 * @param levels levels of the table
 * @param lockedPages what the table costs in locked memory, in host pages; given back when it goes
 * @param ofGroup the table is the group's own from boot time, not one that VFIO created
 * @param shadow the table has a shadow of user addresses that is paid for
 * @param tces live entries
 */
public record Window(
        int number,
        long start,
        long size,
        int pageShift,
        int levels,
        long lockedPages,
        boolean ofGroup,
        boolean shadow,
        Tces tces) {
    /** Whether {@code iova} lies in the window. */
    public boolean contains(long iova) {
        return Long.compareUnsigned(iova - start, size) < 0;
    }

    /** The size of an IOMMU page in bytes. */
    public long pageSize() {
        return 1L << pageShift;
    }

    /** Returns this window with other live entries. */
    public Window with(Tces next) {
        return new Window(number, start, size, pageShift, levels, lockedPages, ofGroup, shadow, next);
    }

    /** Returns this with a shadow of user addresses that costs {@code pages} more. */
    public Window withShadow(long pages) {
        return new Window(number, start, size, pageShift, levels, lockedPages + pages, ofGroup, true, tces);
    }
}
