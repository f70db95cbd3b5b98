// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.explore.Watcher;
import org.vfiooracle.generator.mutate.Sighting;

/** What a suite is to reach: goals, each with a name. */
public interface Aim {
    /** Who looks for goals while the states are explored. */
    Watcher watcher();

    /** Returns, after that, where each goal can be reached, nearest first. */
    Map<String, List<Sighting>> witnesses();

    /** Returns who counts the goals of one case. */
    Tally tally();

    /** Counts the goals of a case while it gets longer. */
    interface Tally {
        /** Is told that a call is about to be made. */
        default void before() {}

        /** Returns who goes on counting from here in another case that began alike. */
        default Tally copy() {
            return this;
        }

        /** Returns which of the goals that are {@code open} a call reaches. */
        Set<String> reached(State state, Operation operation, Transition transition, Predicate<String> open);

        /** Is told that the call is part of the case. */
        default void take(State state, Operation operation, Transition transition, Predicate<String> open) {}
    }
}
