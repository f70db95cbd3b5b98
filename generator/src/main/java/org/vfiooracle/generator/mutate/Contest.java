// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.Optional;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;

/**
 * What a mutant makes of a call that the platform has answered.
 *
 * @param caught whether it answers otherwise, or has no answer: what it would do then is undefined
 * @param next the state that it is in afterwards; empty where it has no answer
 */
public record Contest(boolean caught, Optional<State> next) {
    /** What a mutant makes of a call that does the same as the platform. */
    public static Contest none(Transition right) {
        return new Contest(false, Optional.of(right.next()));
    }

    /** Asks a mutant that is in {@code state}; all that it answers is seen. */
    public static Contest of(Mutant mutant, State state, Operation operation, Transition right) {
        return of(mutant, state, operation, right, Visible.ALL);
    }

    /** Asks a mutant that is in {@code state}; {@code visible} is what is seen of its answer. */
    public static Contest of(Mutant mutant, State state, Operation operation, Transition right, Visible visible) {
        Transition found;
        try {
            found = mutant.machine().perform(state, operation);
        } catch (RuntimeException noAnswer) {
            return new Contest(true, Optional.empty());
        }
        return new Contest(!visible.alike(found.outcome(), right.outcome()), Optional.of(found.next()));
    }

    /** Whether the mutant has gone elsewhere, and nobody has seen it. */
    @SuppressWarnings("ReferenceEquality") // mostly both are the very state that there was before
    public boolean silent(Transition right) {
        return !caught
                && next.isPresent()
                && next.get() != right.next()
                && !next.get().equals(right.next());
    }
}
