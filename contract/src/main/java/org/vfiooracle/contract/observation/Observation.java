// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.observation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.cases.CaseId;

/**
 * A case as an implementation answered it, or how it failed to.
 *
 * @param id the case
 * @param ending how it ended
 * @param reason why it was not answered; empty when it was
 * @param steps one for each operation that was performed, in order
 * @param state what is left after the last operation, as a fixture spells it; empty where it is not seen
 * @param halt why it was not performed to its end; empty when it was, or when the implementation broke
 */
public record Observation(
        CaseId id,
        Ending ending,
        String reason,
        List<ObservedStep> steps,
        Optional<Map<String, Object>> state,
        Optional<Halt> halt) {
    /** How a case ended. */
    public enum Ending {
        ANSWERED,
        SKIPPED,
        CRASHED,
        TIMED_OUT,
        NOT_RUN
    }

    public Observation {
        steps = List.copyOf(steps);
        state = state.map(s -> Collections.unmodifiableMap(new LinkedHashMap<>(s)));
    }

    /** Returns an answer without a final state. */
    public static Observation answered(CaseId id, List<ObservedStep> steps) {
        return new Observation(id, Ending.ANSWERED, "", steps, Optional.empty(), Optional.empty());
    }

    /** Returns an answer with a final state. */
    public static Observation answered(CaseId id, List<ObservedStep> steps, Map<String, Object> state) {
        return new Observation(id, Ending.ANSWERED, "", steps, Optional.of(state), Optional.empty());
    }

    /** Returns an answer to the operations before {@code halt}. */
    public static Observation begun(CaseId id, List<ObservedStep> steps, Halt halt) {
        return new Observation(id, Ending.ANSWERED, "", steps, Optional.empty(), Optional.of(halt));
    }

    /** Returns this as the answer to a case that was asked only up to {@code cut}; one that stopped before stays as it is. */
    public Observation upTo(Halt cut) {
        return ending == Ending.ANSWERED && halt.isEmpty() ? begun(id, steps, cut) : this;
    }

    /** Returns a case that could not be performed. */
    public static Observation skipped(CaseId id, String reason) {
        return skipped(id, Halt.of(reason));
    }

    /** Returns a case that could not be performed. */
    public static Observation skipped(CaseId id, Halt halt) {
        return new Observation(id, Ending.SKIPPED, halt.text(), List.of(), Optional.empty(), Optional.of(halt));
    }

    /** Returns a case that broke the implementation. */
    public static Observation crashed(CaseId id, String reason) {
        return new Observation(id, Ending.CRASHED, reason, List.of(), Optional.empty(), Optional.empty());
    }

    /** Returns a case that was not answered in time. */
    public static Observation timedOut(CaseId id, String reason) {
        return new Observation(id, Ending.TIMED_OUT, reason, List.of(), Optional.empty(), Optional.empty());
    }

    /** Returns a case that was never performed. */
    public static Observation notRun(CaseId id, String reason) {
        return new Observation(id, Ending.NOT_RUN, reason, List.of(), Optional.empty(), Optional.empty());
    }
}
