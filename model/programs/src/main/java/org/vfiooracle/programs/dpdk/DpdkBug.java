// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.dpdk;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vfiooracle.programs.vmm.ProgramDeviation;

/** What versions of DPDK do wrong on POWER, or are made to do wrong. */
enum DpdkBug {
    WINDOW_OF_TOTAL_SIZE(
            "dpdk.window-of-total-size",
            "The window has the size of the memory, wherever the memory lies, and two levels",
            "17.05",
            "17.08",
            "ed1e7e57 in 17.11"),
    STARTS_UNMAPPED(
            "dpdk.starts-unmapped",
            "DPDK creates a window at the start, but registers and maps nothing",
            "18.08",
            "18.08",
            "998c89f1 in 18.11; read in 18.08: the segments are in a list, so they count as mapped"),
    NEW_MEMORY_UNMAPPED(
            "dpdk.new-memory-unmapped",
            "Memory that is added later is never mapped, because it is already in the list of mapped memory",
            "18.08",
            "19.05",
            "e072d16f in 19.08"),
    UNMAPS_UNMAPPED(
            "dpdk.unmaps-what-was-not-mapped",
            "When new memory has several pages, DPDK unmaps pages that were never mapped",
            "19.08",
            "19.11",
            "986f2134 in 20.02"),
    FOREIGN_PAGE_SIZE(
            "dpdk.foreign-page-size",
            "After a refusal, DPDK creates the window with a page size other than that of its memory",
            "19.08",
            "19.11",
            "986f2134 in 20.02"),
    WINDOW_GROWS(
            "dpdk.window-grows",
            "If new memory does not fit the window, DPDK unmaps everything and creates a larger window while devices run",
            "18.08",
            "20.08",
            "2d0a972c in 20.11"),
    TYPE_AGAIN(
            "dpdk.sets-type-again",
            "DPDK sets the IOMMU type again for every device, which the kernel refuses for the second device",
            "",
            "",
            "1123f89f in 17.05; no version before it knew sPAPR");

    private final ProgramDeviation deviation;
    private final String first;
    private final String last;

    DpdkBug(String id, String sentence, String first, String last, String source) {
        this.first = first;
        this.last = last;
        String versions = first.isEmpty() ? "none" : first.equals(last) ? first : first + ".." + last;
        this.deviation = new ProgramDeviation(id, sentence, versions, "DPDK " + source);
    }

    ProgramDeviation deviation() {
        return deviation;
    }

    private boolean in(DpdkVersion version) {
        return !first.isEmpty()
                && DpdkVersion.parse(first).orElseThrow().compareTo(version) <= 0
                && version.compareTo(DpdkVersion.parse(last).orElseThrow()) <= 0;
    }

    static List<ProgramDeviation> all() {
        return Arrays.stream(values()).map(DpdkBug::deviation).toList();
    }

    static List<ProgramDeviation> of(DpdkVersion version) {
        return Arrays.stream(values())
                .filter(bug -> bug.in(version))
                .map(DpdkBug::deviation)
                .toList();
    }

    static Set<DpdkBug> of(List<ProgramDeviation> deviations) {
        return Arrays.stream(values())
                .filter(bug -> deviations.contains(bug.deviation))
                .collect(Collectors.toSet());
    }
}
