// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.nearest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.conformance.drive.ChosenDeviations;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.oracle.ProgramDeviations;

/**
 * The machines that come into question beside the one that was expected, those first that are most like it: the same platform
 * with one bug more or less, then the other platforms of its generation, then all others. Not for several threads.
 */
public final class OtherMachines {
    private final Platforms platforms;
    private final List<PlatformId> recorded;
    private final Map<PlatformId, List<OtherMachine>> known = new HashMap<>();

    /**
     * Prepares to look.
     *
     * @param platforms the model
     * @param recorded the other platforms that come into question
     */
    public OtherMachines(Platforms platforms, List<PlatformId> recorded) {
        this.platforms = platforms;
        this.recorded = List.copyOf(recorded);
    }

    /** Returns the machines beside that of {@code expected}. */
    public List<OtherMachine> beside(PlatformId expected) {
        return known.computeIfAbsent(expected, this::made);
    }

    private List<OtherMachine> made(PlatformId expected) {
        Profile profile = platforms.profile(expected);
        List<Deviation> present = Machine.of(profile).deviations();
        List<OtherMachine> all = new ArrayList<>();
        for (Deviation deviation : Deviations.ALL) {
            changed(profile, expected, deviation.id(), !present.contains(deviation), all);
        }
        ProgramDeviations.ALL.forEach(deviation -> {
            changed(profile, expected, deviation.id(), true, all);
            changed(profile, expected, deviation.id(), false, all);
        });
        PlatformId meant = platforms.pinned(expected);
        recorded.stream()
                .filter(other -> !platforms.pinned(other).equals(meant))
                .sorted(near(expected))
                .forEach(other ->
                        all.add(new OtherMachine(other.toString(), other, "", false, platforms.machine(other))));
        return List.copyOf(all);
    }

    /** A release that lacks what a deviation edits cannot have it. */
    private static void changed(
            Profile profile, PlatformId id, String deviation, boolean added, List<OtherMachine> all) {
        List<String> one = List.of(deviation);
        String name = id + (added ? " with " : " without ") + deviation;
        try {
            Machine machine = added
                    ? ChosenDeviations.machine(profile, one, List.of())
                    : ChosenDeviations.machine(profile, List.of(), one);
            all.add(new OtherMachine(name, id, deviation, added, machine));
        } catch (IllegalArgumentException nothingToEdit) {
            // another era of the driver
        }
    }

    private static Comparator<PlatformId> near(PlatformId expected) {
        return Comparator.<PlatformId, Boolean>comparing(id -> !id.generation().equals(expected.generation()))
                .thenComparing(id -> !id.page().equals(expected.page()))
                .thenComparing(id -> Math.abs(order(id) - order(expected)))
                .thenComparing(Comparator.naturalOrder());
    }

    private static int order(PlatformId id) {
        return id.release().major() * 100 + id.release().minor();
    }
}
