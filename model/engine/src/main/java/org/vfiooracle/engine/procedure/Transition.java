// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import java.util.Optional;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.state.State;

/**
 * What one operation came to.
 *
 * @param next the state afterwards
 * @param outcome what the caller and the hardware see on this release
 * @param rule the reason for the outcome
 */
public record Transition(State next, Outcome outcome, Rule rule) {
    /**
     * The intended outcome, where a release departs from it.
     *
     * @param deviation id of the deviation
     * @param intended the outcome without it
     * @param rule the reason for the intended outcome
     */
    public record Departure(String deviation, Outcome intended, Rule rule) {}

    /**
     * A transition with what was intended.
     *
     * @param departure the intended outcome, where a deviation decided that of the transition
     */
    public record Explained(Transition transition, Optional<Departure> departure) {}

    /** Returns this, leading to another state. */
    public Transition leading(State state) {
        return new Transition(state, outcome, rule);
    }

    /** Returns this for a process that is gone: nobody can ask what it has locked. */
    public Transition lockingNothing() {
        Outcome unlocked = new Outcome(outcome.answer(), outcome.out(), 0, outcome.effects(), outcome.calls());
        return new Transition(next, unlocked, rule);
    }
}
