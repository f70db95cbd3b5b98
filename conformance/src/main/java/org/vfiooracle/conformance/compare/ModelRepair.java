// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.oracle.ProgramChanges;
import org.vfiooracle.oracle.ProgramDeviations;
import org.vfiooracle.programs.vmm.ProgramDeviation;

/** Asks the model what a platform would answer without some of its deviations. */
public final class ModelRepair implements Repair {
    private final Platforms platforms;

    /** Asks the model of these platforms. */
    public ModelRepair(Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public Optional<Fixture> without(Fixture fixture, SortedSet<String> deviations) {
        try {
            Profile profile = platforms.profile(fixture.platform());
            List<Deviation> kept = Machine.of(profile).deviations().stream()
                    .filter(deviation -> !deviations.contains(deviation.id()))
                    .toList();
            return Optional.of(Performance.predicted(
                    fixture.performed(),
                    fixture.platform(),
                    Machine.with(profile, kept, new ProgramChanges(List.of(), programs(deviations))),
                    platforms.topology(fixture.performed().topology(), profile),
                    fixture.feature()));
        } catch (NotModelled | PlatformRefused unknown) {
            return Optional.empty();
        }
    }

    private static List<ProgramDeviation> programs(SortedSet<String> ids) {
        return ProgramDeviations.ALL.stream()
                .filter(deviation -> ids.contains(deviation.id()))
                .toList();
    }
}
