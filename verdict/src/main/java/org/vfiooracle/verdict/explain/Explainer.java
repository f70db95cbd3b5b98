// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.verdict.cause.CauseGroup;
import org.vfiooracle.verdict.nearest.Agreement;
import org.vfiooracle.verdict.nearest.Behaviour;
import org.vfiooracle.verdict.nearest.NearestMachines;
import org.vfiooracle.verdict.nearest.OtherMachine;
import org.vfiooracle.verdict.nearest.OtherMachines;

/** Works out what can be said of findings, for those that somebody will read. Not for several threads. */
public final class Explainer {
    private final Platforms platforms;
    private final Function<PlatformId, Machine> expected;
    private final OtherMachines others;

    /**
     * Prepares to explain.
     *
     * @param platforms the model
     * @param recorded the platforms that an implementation may behave like
     * @param expected what answers as expected
     */
    public Explainer(Platforms platforms, List<PlatformId> recorded, Function<PlatformId, Machine> expected) {
        this.platforms = platforms;
        this.expected = expected;
        this.others = new OtherMachines(platforms, recorded);
    }

    /** Prepares to explain differences from platforms as they were released. */
    public static Explainer of(Platforms platforms, List<PlatformId> recorded) {
        return new Explainer(platforms, recorded, platforms::machine);
    }

    /** Explains a finding; empty where nobody has kept what was compared. */
    public Optional<Explanation> explain(Comparison comparison) {
        return comparison.behind().map(behind -> explain(comparison, behind.fixture()));
    }

    /**
     * Looks for the machine that all findings together are most like.
     *
     * @param conforming what was answered as expected
     * @param observes what was compared of it
     * @return empty where the findings are of several platforms, or nothing is like them
     */
    public Optional<Behaviour> behaviour(List<CauseGroup> groups, List<Fixture> conforming, Observes observes) {
        long several = groups.stream()
                .flatMap(group -> group.comparisons().stream())
                .map(Comparison::platform)
                .distinct()
                .count();
        return several == 1 ? Behaviour.of(groups, conforming, observes, others, platforms) : Optional.empty();
    }

    private Explanation explain(Comparison comparison, Fixture fixture) {
        NearestMachines nearest = NearestMachines.of(comparison, others, platforms);
        if (comparison.verdict() != Verdict.DIFFERS) {
            return new Explanation(0, Optional.empty(), List.of(), Optional.empty(), nearest);
        }
        int step = Math.max(1, comparison.differences().get(0).step());
        Machine machine = expected.apply(comparison.platform());
        Optional<PerformedOperation> call = perform(fixture.performed(), machine)
                .filter(performance -> performance.steps().size() >= step)
                .map(performance -> performance.steps().get(step - 1));
        Optional<Machine> found = nearest.agreement() == Agreement.NONE
                ? Optional.empty()
                : nearest.machines().stream().findFirst().map(OtherMachine::machine);
        Optional<Performance> shortest = new ShortestCase(platforms, machine, found)
                .of(fixture.performed(), step)
                .filter(performance -> performance.steps().size()
                        < fixture.performed().operations().size());
        return new Explanation(
                step, call, call.map(one -> StateLines.of(one.before())).orElse(List.of()), shortest, nearest);
    }

    private Optional<Performance> perform(Case performed, Machine machine) {
        try {
            return Optional.of(
                    Performance.of(performed, machine, platforms.topology(performed.topology(), machine.profile())));
        } catch (NotModelled | PlatformRefused unknown) {
            return Optional.empty();
        }
    }
}
