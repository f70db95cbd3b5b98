// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.contract.wording.OperationText;

/** Compares the answers to one case, operation by operation. */
final class AnswerDiff {
    private final Fixture fixture;
    private final Observation observation;
    private final List<ObservedStep> answers;
    private final Observes observes;
    private final List<Difference> differences = new ArrayList<>();
    private final SortedSet<String> fixed = new TreeSet<>();

    private AnswerDiff(Fixture fixture, Observation observation, Observes observes) {
        this.fixture = fixture;
        this.observation = observation;
        this.answers = observation.steps();
        this.observes = observes;
    }

    static Comparison between(Fixture fixture, Observation observation, Observes observed) {
        boolean whole = observation.halt().isEmpty() && observation.state().isPresent();
        Observes observes = whole ? observed : observed.without(Part.STATE);
        AnswerDiff diff = new AnswerDiff(fixture, observation, observes);
        diff.steps();
        diff.number();
        if (observes.sees(Part.STATE)) {
            diff.differences.addAll(
                    StateDiff.between(fixture, observation.state().orElseThrow()));
        }
        return diff.comparison();
    }

    static Comparison unanswered(Fixture fixture, Verdict verdict, String reason) {
        return new Comparison(
                fixture.performed().id(),
                fixture.platform(),
                verdict,
                reason,
                List.of(),
                Collections.emptySortedSet(),
                Observes.of(),
                0);
    }

    private void steps() {
        for (int i = 0; i < common(); i++) {
            RecordedStep step = fixture.steps().get(i);
            List<Difference> here = StepDiff.between(place(i), step.outcome(), answers.get(i), observes);
            if (!here.isEmpty() && asIntended(i)) {
                step.intended().ifPresent(intended -> fixed.add(intended.deviation()));
            } else {
                differences.addAll(here);
            }
        }
    }

    private boolean asIntended(int index) {
        return fixture.steps()
                .get(index)
                .intended()
                .filter(intended -> StepDiff.between(place(index), intended.outcome(), answers.get(index), observes)
                        .isEmpty())
                .isPresent();
    }

    /** An implementation that performs less than it is asked for, or nothing, agrees in nothing that it left out. */
    private void number() {
        int wanted = fixture.steps().size() - notReached();
        if (answers.size() != wanted) {
            StepDiff.Place place = place(Math.min(answers.size(), wanted - 1));
            differences.add(place.difference(
                    Part.ANSWER, Difference.STEPS, Integer.toString(wanted), Integer.toString(answers.size())));
        }
    }

    private int common() {
        return Math.min(answers.size(), fixture.steps().size() - notReached());
    }

    /** The operations from where the implementation stopped, as it says. */
    private int notReached() {
        int stopped = observation.halt().map(Halt::operation).orElse(0);
        return stopped == 0 ? 0 : Math.max(0, fixture.steps().size() - stopped + 1);
    }

    private StepDiff.Place place(int index) {
        RecordedStep step = fixture.steps().get(index);
        return new StepDiff.Place(index + 1, () -> text(index, step), step.rule());
    }

    /** Names the ordinal only where the same call is made more than once. */
    private String text(int index, RecordedStep step) {
        String text = OperationText.of(step.operation());
        int total = fixture.steps().size();
        long same = fixture.steps().stream()
                .filter(other -> other.operation().equals(step.operation()))
                .count();
        return same == 1 ? text : text + ", operation " + (index + 1) + " of " + total;
    }

    private Comparison comparison() {
        return new Comparison(
                fixture.performed().id(),
                fixture.platform(),
                verdict(),
                HaltText.of(fixture, observation),
                differences,
                fixed,
                observes,
                common(),
                notReached(),
                Optional.empty());
    }

    private Verdict verdict() {
        if (!differences.isEmpty()) {
            return Verdict.DIFFERS;
        }
        if (!fixed.isEmpty()) {
            return Verdict.FIXED;
        }
        return notReached() > 0 ? Verdict.PARTIAL : Verdict.CONFORMS;
    }
}
