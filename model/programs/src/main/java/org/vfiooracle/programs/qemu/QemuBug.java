// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.programs.vmm.ProgramDeviation;

/** What versions of QEMU do wrong, or are made to do wrong. */
enum QemuBug {
    FIRST_CONTAINER_ONLY(
            "qemu.first-container-only",
            "A call for all containers of a bridge goes only to the newest one",
            QemuVersions.NONE,
            "patch series of December 2014, before it was merged"),
    REFUSES_SEVERAL(
            "qemu.refuses-several-containers",
            "A bridge whose groups are in several containers has no DMA window",
            QemuVersions.NONE,
            "patch series of February 2015, before it was merged"),
    REMOVES_ABSENT_WINDOW(
            "qemu.removes-absent-window",
            "A reset removes the second window even if the guest has none",
            QemuVersions.NONE,
            "patch series of September 2015, fixed in it before it was merged"),
    RESET_KEEPS_MAPPINGS(
            "qemu.reset-keeps-mappings",
            "A reset forgets the guest's mappings but leaves them in the containers",
            QemuVersions.to("2.6"),
            "read in 2.2 and 2.6: the table is overwritten, and nobody is told; ended by ae4de14c in 2.7"),
    NO_REPLAY(
            "qemu.no-replay",
            "A container added later does not get the mappings that the guest has already made",
            QemuVersions.to("2.4"),
            "508ce5eb in 2.5"),
    NO_HOST_WINDOW_CHECK(
            "qemu.no-host-window-check",
            "QEMU does not check that the guest's window lies in the window of a v1 container, nor that setting it up succeeded",
            QemuVersions.to("2.4"),
            "3898aad3 in 2.5"),
    REPLAY_WITHOUT_START(
            "qemu.replay-without-start",
            "The guest's existing mappings are replayed into a new container as if the window began at 0",
            QemuVersions.between("2.5", "2.6"),
            "d78c19b5 in 2.7"),
    REMOVES_WINDOW_TWICE(
            "qemu.removes-window-twice",
            "QEMU removes a window with two calls, and the kernel refuses the second",
            QemuVersions.NONE,
            "21bb3093, during the development of 2.7"),
    EEH_RESULT_LOST(
            "qemu.eeh-result-lost",
            "The result of an EEH operation is lost unless it is an error, so the state of a PE is always 0",
            QemuVersions.between("2.6", "2.6"),
            "d917e88d in 2.7"),
    NO_V1_FALLBACK(
            "qemu.no-v1-fallback",
            "QEMU gives up a container that reports sPAPR v2 but refuses it",
            QemuVersions.between("2.7", "2.11"),
            "c6e7958e in 2.12"),
    UNSET_BEFORE_LISTENERS(
            "qemu.unset-before-listeners",
            "The last group leaves its container before its mappings and windows are removed",
            QemuVersions.NONE,
            "36968626, during the development of 2.12"),
    LEVELS_ALWAYS_ONE(
            "qemu.levels-always-one",
            "Every table has one level, whatever the size of the window",
            QemuVersions.between("2.7", "2.10"),
            "e100161b in 2.11"),
    LEVELS_TRIED_ONCE(
            "qemu.levels-tried-once",
            "QEMU does not retry a refused window with more levels",
            QemuVersions.between("2.7", "3.1"),
            "16107998 in 4.0"),
    IGNORES_HOST_LEVELS(
            "qemu.ignores-host-levels",
            "QEMU asks for more levels than the host reports",
            QemuVersions.between("2.7", "10.0"),
            "d5e8e619 in 10.1"),
    NO_LEVELS(
            "qemu.no-levels",
            "QEMU asks for zero levels if the window fits into one level",
            QemuVersions.since("10.1"),
            "read in 10.2: d5e8e619 does not round up where the host has one level"),
    ENTRIES_TRUNCATED(
            "qemu.entries-truncated",
            "QEMU truncates the number of entries to 32 bits, so it asks for the wrong number of levels from 2^32 entries on",
            QemuVersions.since("2.7"),
            "read in 2.7 and 10.2; seen on 7.2"),
    DEFAULT_NOT_RESTORED(
            "qemu.default-window-not-restored",
            "A guest that removes its last window has no window afterwards",
            QemuVersions.between("2.7", "7.0"),
            "31cc81f7 in 7.1"),
    DEFAULT_MARK_STAYS(
            "qemu.default-mark-stays",
            "A window in the place of the default one counts as the default one, which does not come back after it",
            QemuVersions.since("7.1"),
            "read in 10.2: the mark of a reset is never cleared"),
    SAME_ADDRESS_TWICE(
            "qemu.two-windows-at-one-address",
            "A second window can be created at 2^59, and the window with the lower number is then hidden",
            QemuVersions.since("2.7"),
            "read in 10.2: the address follows from how many windows there are"),
    EMPTY_TABLE_STAYS(
            "qemu.empty-table-stays",
            "A window refused for its size keeps its slot, and creating another window in that slot aborts QEMU",
            QemuVersions.since("2.7"),
            "read in 10.2: the size of a table has 32 bits"),
    MEMORY_STAYS_REGISTERED(
            "qemu.memory-stays-registered",
            "If the default window cannot be removed, memory stays registered and a freed container still listens to it",
            QemuVersions.between("2.7", "8.1"),
            "770c3b6e in 8.2, which moved the code; up to 2.11 no container unregisters memory"),
    CLEANUP_ABORTS(
            "qemu.cleanup-aborts",
            "If the container of a hot-plugged device refuses the guest's window, cleaning up aborts QEMU",
            QemuVersions.since("2.12"),
            "read in 10.2: unregistering the listener removes a window that was never made"),
    UNMAP_NEEDS_MEMORY(
            "qemu.unmap-needs-memory",
            "An entry without permissions stays mapped if its address is not guest memory",
            QemuVersions.to("2.8"),
            "dfbd90e5 in 2.9"),
    UPPER_LIOBN_BITS(
            "qemu.upper-liobn-bits-ignored",
            "QEMU ignores the bits above 31 of a LIOBN",
            QemuVersions.to("2.3"),
            "f9ce8e0a in 2.4");

    private final ProgramDeviation deviation;
    private final QemuVersions versions;

    QemuBug(String id, String sentence, QemuVersions versions, String source) {
        this.versions = versions;
        this.deviation = new ProgramDeviation(id, sentence, versions.toString(), "QEMU " + source);
    }

    /** As it is known outside. */
    ProgramDeviation deviation() {
        return deviation;
    }

    /** Whether a released version has it. */
    boolean in(QemuVersion version) {
        return versions.contains(version);
    }

    /** Whether QEMU that decides windows so can have it. */
    boolean possible(QemuEra.Windows windows) {
        return switch (this) {
            case REFUSES_SEVERAL -> windows != QemuEra.Windows.GUEST && windows != QemuEra.Windows.GROUP_OF_BRIDGE;
            case REMOVES_ABSENT_WINDOW -> windows == QemuEra.Windows.CONTAINERS_MAKE;
            case FIRST_CONTAINER_ONLY -> windows != QemuEra.Windows.GROUP_OF_BRIDGE;
            default -> true;
        };
    }

    static Optional<QemuBug> of(ProgramDeviation deviation) {
        return Arrays.stream(values())
                .filter(bug -> bug.deviation.equals(deviation))
                .findFirst();
    }

    static List<ProgramDeviation> all() {
        return Arrays.stream(values()).map(QemuBug::deviation).toList();
    }
}
