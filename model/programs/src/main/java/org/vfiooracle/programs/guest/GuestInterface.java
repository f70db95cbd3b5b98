// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.guest;

/**
 * What a hypervisor offers its guests, which differs between its versions.
 *
 * @param dynamicWindows whether there are RTAS calls for windows
 * @param pageShifts the sizes of pages that a window can have, as a mask of binary logarithms
 * @param reportsTwoMegabytes whether the query has a bit for pages of 2 MiB
 * @param sixOutputs whether the query knows the form with six outputs
 * @param largestBlock what the form with five outputs says is the largest window, in TCEs; 0 for what memory the guest has
 * @param restoresDefault whether removing the last window brings the default one back
 * @param keepsMark whether a window in the place of the default one counts as the default one
 * @param sharesAddress whether a window is created at bit 59 although there is one
 * @param keepsEmptyTables whether a window that is refused for its size keeps its place
 * @param checksUpperLiobn whether a LIOBN with bits above 31 is refused
 */
public record GuestInterface(
        boolean dynamicWindows,
        long pageShifts,
        boolean reportsTwoMegabytes,
        boolean sixOutputs,
        long largestBlock,
        boolean restoresDefault,
        boolean keepsMark,
        boolean sharesAddress,
        boolean keepsEmptyTables,
        boolean checksUpperLiobn) {
    /** Bytes and page shift of the default window. Source: properties of spapr-pci-host-bridge. */
    static final long DEFAULT_SIZE = 1L << 30;

    static final int DEFAULT_PAGE_SHIFT = 12;

    /** Where a window is that is not the only one. */
    static final long HIGH_START = 1L << 59;

    /** Windows of a bridge: one more with dynamic ones. */
    public int windows() {
        return dynamicWindows ? 2 : 1;
    }

    /** Whether a window can have pages of this size. */
    boolean offers(int pageShift) {
        return pageShift >= 0 && pageShift < Long.SIZE && (pageShifts >>> pageShift & 1) != 0;
    }
}
