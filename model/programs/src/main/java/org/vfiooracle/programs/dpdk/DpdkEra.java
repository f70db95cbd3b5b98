// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.dpdk;

import java.util.List;
import java.util.Set;
import org.vfiooracle.programs.driver.Piece;
import org.vfiooracle.programs.vmm.ProgramDeviation;

/**
 * What distinguishes a version of DPDK.
 *
 * @param memoryGrows whether memory can come after the start; then one call maps one page
 * @param moreLevels whether a window that is refused is tried with more levels
 * @param deviceInfo bytes of the struct of VFIO_DEVICE_GET_INFO, which depends on the headers it is built with
 * @param triesAgain whether it tries again, for each device, to open the container that it could not open
 * @param bugs what it does wrong
 */
record DpdkEra(boolean memoryGrows, boolean moreLevels, int deviceInfo, boolean triesAgain, Set<DpdkBug> bugs) {
    DpdkEra {
        bugs = Set.copyOf(bugs);
    }

    static DpdkEra of(DpdkVersion version, List<ProgramDeviation> deviations) {
        return new DpdkEra(
                version.since(18, 5),
                version.since(19, 8),
                deviceInfo(version),
                version.since(24, 11),
                DpdkBug.of(deviations));
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

    /** What of a piece is mapped with one call each: its pages, which need not be neighbours (IOVA = PA); up to 18.02 all of it. */
    List<Piece> parts(Piece piece) {
        return memoryGrows ? piece.pages() : List.of(piece);
    }
}
