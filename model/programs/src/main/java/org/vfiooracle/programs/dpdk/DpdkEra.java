// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.dpdk;

import java.util.List;
import java.util.Set;
import org.vfiooracle.programs.vmm.ProgramDeviation;

/**
 * What distinguishes a version of DPDK.
 *
 * @param memoryGrows whether memory can come after the start
 * @param mapsPages how much of memory one call maps
 * @param moreLevels whether a window that is refused is tried with more levels
 * @param deviceInfo bytes of the struct of VFIO_DEVICE_GET_INFO, which depends on the headers it is built with
 * @param triesAgain whether it tries again, for each device, to open the container that it could not open
 * @param bugs what it does wrong
 */
record DpdkEra(
        boolean memoryGrows,
        Granularity mapsPages,
        boolean moreLevels,
        int deviceInfo,
        boolean triesAgain,
        Set<DpdkBug> bugs) {
    DpdkEra {
        bugs = Set.copyOf(bugs);
    }

    /** How much of memory one call maps. */
    enum Granularity {
        /** All that is contiguous. */
        CONTIGUOUS,
        /** With SPAPR a page. */
        PAGE_ON_SPAPR,
        /** At the start and with SPAPR a page; of new memory all that is contiguous. */
        PAGE_AT_START,
        /** A page. */
        PAGE
    }

    static DpdkEra of(DpdkVersion version, List<ProgramDeviation> deviations) {
        return new DpdkEra(
                version.since(18, 5),
                granularity(version),
                version.since(19, 8),
                deviceInfo(version),
                version.since(24, 11),
                DpdkBug.of(deviations));
    }

    private static Granularity granularity(DpdkVersion version) {
        if (version.since(21, 2)) {
            return Granularity.PAGE;
        }
        if (version.since(20, 2)) {
            return Granularity.PAGE_AT_START;
        }
        return version.since(18, 5) ? Granularity.PAGE_ON_SPAPR : Granularity.CONTIGUOUS;
    }

    private static int deviceInfo(DpdkVersion version) {
        if (version.since(25, 3)) {
            return 24;
        }
        return version.since(20, 11) ? 20 : 16;
    }

    /** What its window is, in a few words. */
    String window() {
        if (has(DpdkBug.WINDOW_OF_TOTAL_SIZE)) {
            return "a window as large as its memory";
        }
        if (!memoryGrows) {
            return "a window up to the end of its memory";
        }
        return has(DpdkBug.WINDOW_GROWS) ? "a window that grows" : "a window for all memory of the machine";
    }

    boolean has(DpdkBug bug) {
        return bugs.contains(bug);
    }

    /** Whether one call maps one page of what there is at the start. */
    boolean pagesAtStart(boolean spapr) {
        return switch (mapsPages) {
            case CONTIGUOUS -> false;
            case PAGE_ON_SPAPR, PAGE_AT_START -> spapr;
            case PAGE -> true;
        };
    }

    /** Whether one call maps one page of new memory. */
    boolean pagesLater(boolean spapr) {
        return switch (mapsPages) {
            case CONTIGUOUS, PAGE_AT_START -> false;
            case PAGE_ON_SPAPR -> spapr;
            case PAGE -> true;
        };
    }
}
