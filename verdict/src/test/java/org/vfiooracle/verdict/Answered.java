// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.FixtureDiff;
import org.vfiooracle.conformance.compare.ModelRepair;
import org.vfiooracle.conformance.compare.Statistics;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.codec.StateCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.samples.SampleCases;

/** What an implementation answers that is a machine, or is wrong in one place. */
public final class Answered {
    private Answered() {}

    /** What a machine answers to the case of a fixture. */
    public static Observation by(Machine machine, Fixture fixture) {
        Case performed = fixture.performed();
        Fixture answered = Performance.outcomesOnly(
                        performed, machine, SampleCases.PLATFORMS.topology(performed.topology(), machine.profile()))
                .fixture(fixture.platform(), "");
        return Observation.answered(performed.id(), SampleCases.answers(answered), StateCodec.encode(answered.last()));
    }

    /** What the platform of a fixture answers, spoilt in one step, from 1. */
    public static Observation spoilt(Fixture fixture, int step, UnaryOperator<ObservedStep> how) {
        List<ObservedStep> steps = new ArrayList<>(SampleCases.answers(fixture));
        steps.set(step - 1, how.apply(steps.get(step - 1)));
        return Observation.answered(fixture.performed().id(), steps, StateCodec.encode(fixture.last()));
    }

    /** Another answer. */
    public static UnaryOperator<ObservedStep> answer(String answer) {
        return step -> new ObservedStep(answer, Map.of(), step.lockedPages(), step.effects(), step.calls());
    }

    /** Another number of locked pages. */
    public static UnaryOperator<ObservedStep> morePages(long more) {
        return step -> new ObservedStep(
                step.answer(),
                step.out(),
                OptionalLong.of(step.lockedPages().orElseThrow() + more),
                step.effects(),
                step.calls());
    }

    /** Compares everything. */
    public static Comparison compared(Fixture fixture, Observation observation) {
        return new FixtureDiff(Observes.ALL, Strictness.STATE, new ModelRepair(SampleCases.PLATFORMS))
                .compare(fixture, observation);
    }

    /** A result of comparisons that belong to fixtures. */
    public static DiffResult result(Map<Fixture, Comparison> compared) {
        Statistics statistics = new Statistics();
        compared.forEach(statistics::add);
        return new DiffResult(List.copyOf(compared.values()), List.of(), List.of(), statistics, List.of());
    }
}
