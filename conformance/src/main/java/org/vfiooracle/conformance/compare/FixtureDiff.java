// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;

/** Compares observations with fixtures. */
public final class FixtureDiff {
    private final Observes compared;
    private final Repair repair;
    private final OwnErrors errors;

    /**
     * Prepares to compare.
     *
     * @param observes the parts that the implementation's adapter really sees
     * @param strictness how much of those is compared
     * @param repair what follows after an implementation has answered as intended where the release has a bug
     */
    public FixtureDiff(Observes observes, Strictness strictness, Repair repair) {
        this(observes, strictness, repair, OwnErrors.NONE);
    }

    /**
     * Prepares to compare.
     *
     * @param observes the parts that the implementation's adapter really sees
     * @param strictness how much of those is compared
     * @param repair what follows after an implementation has answered as intended where the release has a bug
     * @param errors what the implementation calls the errors of Linux
     */
    public FixtureDiff(Observes observes, Strictness strictness, Repair repair, OwnErrors errors) {
        this.errors = errors;
        this.compared = observes.within(strictness);
        this.repair = repair;
    }

    /** Compares one observation with one fixture, without knowing what follows after a fixed bug. */
    public static Comparison compare(
            Fixture fixture, Observation observation, Observes observes, Strictness strictness) {
        return new FixtureDiff(observes, strictness, Repair.NONE).compare(fixture, observation);
    }

    /**
     * Compares one observation with one fixture.
     *
     * @throws IllegalArgumentException when they are of different cases
     */
    public Comparison compare(Fixture fixture, Observation observation) {
        if (!fixture.performed().id().equals(observation.id())) {
            throw new IllegalArgumentException("cannot compare an observation of " + observation.id() + " with "
                    + fixture.performed().id());
        }
        Observation translated = errors.in(observation);
        return compared(fixture, translated).of(fixture, translated);
    }

    private Comparison compared(Fixture fixture, Observation observation) {
        switch (observation.ending()) {
            case SKIPPED:
                return unanswered(fixture, Verdict.SKIPPED, HaltText.of(fixture, observation));
            case CRASHED:
                return unanswered(fixture, Verdict.CRASHED, observation.reason());
            case TIMED_OUT:
                return unanswered(fixture, Verdict.TIMED_OUT, observation.reason());
            case NOT_RUN:
                return unanswered(fixture, Verdict.NOT_RUN, observation.reason());
            case ANSWERED:
                break;
        }
        if (compared.parts().isEmpty()) {
            return unanswered(fixture, Verdict.NOT_RUN, "the adapter observes none of the parts to compare");
        }
        if (observation.halt().isPresent() && observation.steps().isEmpty()) {
            return unanswered(fixture, Verdict.SKIPPED, HaltText.of(fixture, observation));
        }
        return answered(fixture, observation);
    }

    private static Comparison unanswered(Fixture fixture, Verdict verdict, String reason) {
        return AnswerDiff.unanswered(fixture, verdict, reason);
    }

    /** Whoever has fixed a bug must go on as without it, and is judged by that. */
    private Comparison answered(Fixture fixture, Observation observation) {
        Comparison comparison = AnswerDiff.between(fixture, observation, compared);
        SortedSet<String> fixed = new TreeSet<>();
        while (fixed.addAll(comparison.fixedBy())) {
            Fixture repaired = repair.without(fixture, fixed).orElse(null);
            if (repaired == null) {
                return comparison;
            }
            comparison = AnswerDiff.between(repaired, observation, compared).alsoFixing(fixed);
        }
        return comparison;
    }
}
