// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.nearest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.verdict.cause.CauseGroup;

/**
 * The one machine that a whole run is most like.
 *
 * @param machine what answers so
 * @param explained number of differing cases that it answers so, entirely or up to the call that differs
 * @param differing number of differing cases
 * @param kept number of conforming cases that it answers alike, too
 * @param conforming number of conforming cases that were looked at
 */
public record Behaviour(OtherMachine machine, int explained, int differing, int kept, int conforming) {
    /** How many cases of a cause decide which machines come into question. */
    private static final int OF_A_CAUSE = 3;

    /** Whether it explains most of what differs, and contradicts little of what conforms. */
    public boolean likely() {
        return 2 * explained > differing && 10L * kept >= 9L * conforming;
    }

    /** Whether it explains everything. */
    public boolean complete() {
        return explained == differing && kept == conforming;
    }

    /**
     * Looks for the machine that a run is most like. All machines are asked a few cases of each cause, and the best of them all
     * cases.
     *
     * @param groups what differs, of one platform
     * @param conforming fixtures that the implementation answered as expected
     * @param observes what was compared of them
     * @return empty where nothing differs, or no machine explains any of it
     */
    public static Optional<Behaviour> of(
            List<CauseGroup> groups,
            List<Fixture> conforming,
            Observes observes,
            OtherMachines others,
            Platforms platforms) {
        List<Comparison> asked = groups.stream()
                .flatMap(group -> group.comparisons().stream().limit(OF_A_CAUSE))
                .filter(comparison -> comparison.behind().isPresent())
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<OtherMachine> best = new ArrayList<>();
        int most = 1;
        for (OtherMachine other : others.beside(asked.get(0).platform())) {
            int explained = explained(other, asked.stream(), platforms);
            if (explained > most) {
                best.clear();
                most = explained;
            }
            if (explained == most) {
                best.add(other);
            }
        }
        List<Comparison> all = groups.stream()
                .flatMap(group -> group.comparisons().stream())
                .filter(comparison -> comparison.behind().isPresent())
                .toList();
        return best.stream()
                .limit(OF_A_CAUSE)
                .map(other -> new Behaviour(
                        other,
                        explained(other, all.stream(), platforms),
                        all.size(),
                        (int) conforming.stream()
                                .filter(fixture -> Agreement.alike(other, fixture, observes, platforms))
                                .count(),
                        conforming.size()))
                .max(Comparator.comparingInt(behaviour -> behaviour.explained() + behaviour.kept()));
    }

    private static int explained(OtherMachine other, Stream<Comparison> differing, Platforms platforms) {
        return (int) differing
                .filter(comparison -> Agreement.of(other, comparison, platforms) != Agreement.NONE)
                .count();
    }
}
