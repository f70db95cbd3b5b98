// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.contrast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.wording.CallText;
import org.vfiooracle.contract.wording.EffectText;
import org.vfiooracle.contract.wording.OutcomeText;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Outcome;

/**
 * The first operation of a case that two platforms answer differently.
 *
 * @param id the case
 * @param step ordinal of the operation, from 1
 * @param operation the operation as the left platform receives it
 * @param left what differs, on the left
 * @param right the same, on the right
 * @param leftRule id of the rule that decided on the left
 * @param rightRule id of the rule that decided on the right
 * @param further how many later operations differ, too; they may be consequences
 */
public record Contrast(
        CaseId id,
        int step,
        Operation operation,
        String left,
        String right,
        String leftRule,
        String rightRule,
        int further) {
    private static final String NOTHING = "nothing";

    /**
     * Compares two fixtures of one case.
     *
     * @param strictness which parts of an outcome count
     * @return empty when they answer alike
     */
    public static Optional<Contrast> of(Fixture left, Fixture right, Strictness strictness) {
        List<Contrast> found = new ArrayList<>();
        int steps = Math.min(left.steps().size(), right.steps().size());
        for (int i = 0; i < steps; i++) {
            RecordedStep a = left.steps().get(i);
            RecordedStep b = right.steps().get(i);
            if (a.outcome().equals(b.outcome())) {
                continue;
            }
            for (Part part : strictness.parts()) {
                String here = shown(a.outcome(), b.outcome(), part);
                String there = shown(b.outcome(), a.outcome(), part);
                if (!here.equals(there)) {
                    found.add(new Contrast(
                            left.performed().id(), i + 1, a.operation(), here, there, a.rule(), b.rule(), 0));
                    break;
                }
            }
        }
        return found.stream().findFirst().map(first -> first.before(found.size() - 1));
    }

    private Contrast before(int others) {
        return new Contrast(id, step, operation, left, right, leftRule, rightRule, others);
    }

    private static String shown(Outcome outcome, Outcome other, Part part) {
        return switch (part) {
            case ANSWER -> outcome.answer().toString();
            case OUT -> outcome.out().isEmpty() ? NOTHING : OutcomeText.fields(outcome.out());
            case LOCKED_PAGES -> "locked " + outcome.lockedPages();
            case WINDOWS, BYPASS, TCES -> effects(outcome, part);
            case CALLS -> call(outcome.calls(), other.calls());
            case STATE -> "";
        };
    }

    /** The first call of a program that the other program does not make alike. */
    private static String call(List<HostCall> calls, List<HostCall> others) {
        for (int i = 0; i < calls.size(); i++) {
            String here = CallText.of(calls.get(i));
            if (i >= others.size() || !here.equals(CallText.of(others.get(i)))) {
                return here;
            }
        }
        return calls.size() < others.size() ? NOTHING : "";
    }

    private static String effects(Outcome outcome, Part part) {
        List<String> texts = outcome.effects().stream()
                .filter((Effect effect) -> part.shows(effect))
                .map(EffectText::of)
                .toList();
        return texts.isEmpty() ? NOTHING : String.join("; ", texts);
    }
}
