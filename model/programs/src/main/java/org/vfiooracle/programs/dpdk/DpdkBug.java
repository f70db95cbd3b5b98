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
            "The window is as large as the memory, wherever that lies, and has two levels",
            "17.05",
            "17.08",
            "ed1e7e57 in 17.11"),
    STARTS_UNMAPPED(
            "dpdk.starts-unmapped",
            "A window is made at the start, and nothing is registered or mapped in it",
            "18.08",
            "18.08",
            "998c89f1 in 18.11; read in 18.08: the segments are in a list, so they count as mapped"),
    NEW_MEMORY_UNMAPPED(
            "dpdk.new-memory-unmapped",
            "Memory that comes later is never mapped: it is in the list already, so it counts as mapped",
            "18.08",
            "19.05",
            "e072d16f in 19.08"),
    UNMAPS_UNMAPPED(
            "dpdk.unmaps-what-was-not-mapped",
            "Of new memory with several pages each is taken for mapped when the next one comes",
            "19.08",
            "19.11",
            "986f2134 in 20.02"),
    FOREIGN_PAGE_SIZE(
            "dpdk.foreign-page-size",
            "A window that is refused is made with pages of another size than those of the memory",
            "19.08",
            "19.11",
            "986f2134 in 20.02"),
    WINDOW_GROWS(
            "dpdk.window-grows",
            "Where new memory does not fit the window, all is unmapped and a larger window is made, while devices run",
            "18.08",
            "20.08",
            "2d0a972c in 20.11"),
    TYPE_AGAIN(
            "dpdk.sets-type-again",
            "The type of the container is set for every device, which the kernel refuses for the second",
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
