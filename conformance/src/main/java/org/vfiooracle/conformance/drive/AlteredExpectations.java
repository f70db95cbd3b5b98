// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.oracle.Machine;

/** The cases of other expectations, as the model answers them with other deviations: the test of the test. */
public final class AlteredExpectations implements Expectations {
    private final Expectations original;
    private final Platforms platforms;
    private final List<String> more;
    private final List<String> fewer;

    /**
     * Prepares to expect something else.
     *
     * @param original whose cases are taken
     * @param more ids of deviations that the release does not have
     * @param fewer ids of deviations of the release that are left out
     */
    public AlteredExpectations(Expectations original, Platforms platforms, List<String> more, List<String> fewer) {
        this.original = original;
        this.platforms = platforms;
        this.more = List.copyOf(more);
        this.fewer = List.copyOf(fewer);
    }

    @Override
    public Expected of(PlatformId announced) {
        Expected expected = original.of(announced);
        Profile profile = platforms.profile(announced);
        Machine machine = ChosenDeviations.machine(profile, more, fewer);
        List<Fixture> altered = new ArrayList<>();
        for (Fixture fixture : expected.fixtures()) {
            try {
                altered.add(Performance.predicted(
                        fixture.performed(),
                        fixture.platform(),
                        machine,
                        platforms.topology(fixture.performed().topology(), profile),
                        fixture.feature()));
            } catch (NotModelled unknown) {
                altered.add(fixture);
            }
        }
        return new Expected(altered, expected.unpinned(), expected.notPredicted());
    }
}
