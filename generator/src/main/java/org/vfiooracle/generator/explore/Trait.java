// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.alphabet.Ask;
import org.vfiooracle.generator.explore.Violation.Invariant;

/**
 * What breaks an invariant and is no deviation: how releases were meant to be, or a bug of which nobody can say what would be right.
 *
 * @param name how it is told
 * @param sentence what it is
 * @param releases the kernels that are so
 * @param invariants what it may break
 * @param shows whether it shows in what was found
 */
record Trait(
        String name, String sentence, Releases releases, Set<Invariant> invariants, BiPredicate<Profile, Found> shows) {
    private static final Releases PER_PROCESS = Releases.between("4.2", "4.9").fixedIn("4.9", 79);

    /** All of them. */
    static final List<Trait> ALL = List.of(
            new Trait(
                    "memory-of-the-process",
                    "From 4.2 to 4.9 registered memory belongs to the process, and not to the container: it stays registered, "
                            + "and locked, until the process ends (tce_iommu_release of 4.2 unregisters nothing)",
                    PER_PROCESS,
                    Set.of(Invariant.NOTHING_LEFT),
                    Trait::onlyRegistered),
            new Trait(
                    "mapped-by-another-container",
                    "Since 5.0 memory that one container registered and another one maps stays registered, and locked, when the "
                            + "first is closed: tce_iommu_release warns, and forgets it (mm_iommu_put)",
                    Releases.from("5.0"),
                    Set.of(Invariant.NOTHING_LEFT),
                    (profile, found) -> onlyRegistered(profile, found) && isOfSeveralContainers(found)),
            new Trait(
                    "charged-to-the-caller",
                    "Up to 4.9 locked memory is charged to, and taken from, whichever process makes the call "
                            + "(vfio_iommu_spapr_tce.c of 4.2 uses current->mm)",
                    Releases.to("4.9").fixedIn("4.9", 79),
                    Set.of(Invariant.NOTHING_LEFT, Invariant.LOCKED_SUM, Invariant.ENTRIES_REGISTERED),
                    (profile, found) -> !found.state().others().isEmpty()),
            new Trait(
                    "small-tables-miscounted",
                    "From 4.2 to 4.11 a table of several levels, of which one is smaller than a host page, is charged less "
                            + "than what is given back for it",
                    Releases.between("4.2", "4.11"),
                    Set.of(Invariant.NOTHING_LEFT, Invariant.LOCKED_SUM),
                    (profile, found) -> found.calls().stream()
                            .anyMatch(call ->
                                    Ask.callOf(call) instanceof Operation.TceCreate create && create.levels() > 1)));

    /**
     * What was found.
     *
     * @param calls the calls that led there
     * @param state the state
     * @param closed that state after everything was closed
     */
    record Found(List<Operation> calls, State state, State closed) {}

    /** Whether it explains what was found. */
    boolean explains(Violation violation, Profile profile, Found found) {
        return profile.hardware().iommu() == Hardware.Iommu.SPAPR_TCE
                && releases.contains(profile.release())
                && invariants.contains(violation.invariant())
                && shows.test(profile, found);
    }

    private static boolean onlyRegistered(Profile profile, Found found) {
        long page = profile.pageSize();
        long pages = 0;
        for (Region region : found.closed().regions()) {
            pages += (region.key().size() + page - 1) / page;
        }
        return pages > 0 && found.closed().process().lockedPages() == pages;
    }

    private static boolean isOfSeveralContainers(Found found) {
        return found.calls().stream()
                        .map(Ask::callOf)
                        .filter(call -> call instanceof Operation.RegisterMemory || call instanceof Operation.MapDma)
                        .map(Operation::on)
                        .distinct()
                        .count()
                > 1;
    }
}
