// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.oracle.ProgramChanges;
import org.vfiooracle.oracle.ProgramDeviations;
import org.vfiooracle.programs.vmm.ProgramDeviation;

/** Machines with other deviations than their release has, and with programs that have other bugs than their versions. */
public final class ChosenDeviations {
    private ChosenDeviations() {}

    /** The ids of all deviations: of kernels, and of programs. */
    public static List<String> names() {
        return Stream.concat(
                        Deviations.ALL.stream().map(Deviation::id),
                        ProgramDeviations.ALL.stream().map(ProgramDeviation::id))
                .toList();
    }

    /**
     * Returns the machine of a platform with the deviations {@code more} and without {@code fewer}.
     *
     * @throws IllegalArgumentException when there is no such deviation; the message lists all
     * @throws DeviationAbsent when the platform does not have one of {@code fewer}
     */
    public static Machine machine(Profile profile, Collection<String> more, Collection<String> fewer) {
        if (more.isEmpty() && fewer.isEmpty()) {
            return Machine.of(profile);
        }
        more.forEach(ChosenDeviations::known);
        fewer.forEach(ChosenDeviations::known);
        List<Deviation> present = Machine.of(profile).deviations();
        fewer.stream()
                .flatMap(id -> Deviations.find(id).stream())
                .filter(deviation -> !present.contains(deviation))
                .findFirst()
                .ifPresent(deviation -> {
                    throw new DeviationAbsent(profile.id(), deviation, present);
                });
        return Machine.with(
                profile,
                Deviations.ALL.stream()
                        .filter(d -> present.contains(d) || more.contains(d.id()))
                        .filter(d -> !fewer.contains(d.id()))
                        .toList(),
                new ProgramChanges(programs(more), programs(fewer)));
    }

    private static List<ProgramDeviation> programs(Collection<String> ids) {
        return ProgramDeviations.ALL.stream().filter(d -> ids.contains(d.id())).toList();
    }

    private static void known(String id) {
        if (!names().contains(id)) {
            throw new IllegalArgumentException(
                    "no deviation is named \"" + id + "\"; known: " + String.join(", ", names()));
        }
    }
}
