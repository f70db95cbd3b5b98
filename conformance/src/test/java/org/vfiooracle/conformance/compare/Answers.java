// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.StateCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.samples.SampleCases;

/** What an implementation answers, first exactly as a fixture says, then spoilt on purpose. */
final class Answers {
    private final CaseId id;
    private final Map<String, Object> state;
    private final List<ObservedStep> steps;

    private Answers(CaseId id, Map<String, Object> state, List<ObservedStep> steps) {
        this.id = id;
        this.state = state;
        this.steps = steps;
    }

    static Answers asIn(Fixture fixture) {
        return new Answers(fixture.performed().id(), StateCodec.encode(fixture.last()), SampleCases.answers(fixture));
    }

    Observation observation() {
        return Observation.answered(id, steps, state);
    }

    Observation withoutState() {
        return Observation.answered(id, steps);
    }

    /** Step ordinals count from 1. */
    Answers answer(int step, String answer) {
        return edit(step, s -> new ObservedStep(answer, s.out(), s.lockedPages(), s.effects()));
    }

    Answers out(int step, String field, String value) {
        Map<String, String> out = new LinkedHashMap<>(steps.get(step - 1).out());
        out.put(field, value);
        return out(step, out);
    }

    Answers withoutOut(int step, String field) {
        Map<String, String> out = new LinkedHashMap<>(steps.get(step - 1).out());
        out.remove(field);
        return out(step, out);
    }

    Answers lockedPages(int step, long more) {
        return edit(
                step,
                s -> new ObservedStep(
                        s.answer(), s.out(), OptionalLong.of(s.lockedPages().getAsLong() + more), s.effects()));
    }

    Answers effects(int step, UnaryOperator<List<Effect>> edit) {
        return edit(step, s -> new ObservedStep(s.answer(), s.out(), s.lockedPages(), edit.apply(s.effects())));
    }

    Answers only(int first) {
        return new Answers(id, state, steps.subList(0, first));
    }

    Answers oneMore() {
        List<ObservedStep> more = new ArrayList<>(steps);
        more.add(steps.get(0));
        return new Answers(id, state, more);
    }

    Answers state(String key, Object value) {
        Map<String, Object> other = new LinkedHashMap<>(state);
        other.put(key, value);
        return new Answers(id, other, steps);
    }

    private Answers out(int step, Map<String, String> out) {
        return edit(step, s -> new ObservedStep(s.answer(), out, s.lockedPages(), s.effects()));
    }

    private Answers edit(int step, UnaryOperator<ObservedStep> edit) {
        List<ObservedStep> edited = new ArrayList<>(steps);
        edited.set(step - 1, edit.apply(steps.get(step - 1)));
        return new Answers(id, state, edited);
    }
}
