// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.alphabet.Ask;

/** Looks at each transition of an exploration. Parts of it are looked at by several threads, and put together in order. */
public interface Watcher {
    /** Returns who looks at the next part. */
    Part part();

    /** Adds what was seen in a part; the parts come in the order of the exploration. */
    void add(Part part);

    /** Whether nothing more is to be seen, so that the exploration may end. */
    default boolean satisfied() {
        return false;
    }

    /** Looks at a part of an exploration. */
    interface Part {
        /** Is told that a call is about to be made. */
        default void before() {}

        /**
         * Sees a transition.
         *
         * @param place where it begins
         * @param index the number of the call among those of the state
         */
        void transition(Place place, int index, Ask ask, Transition transition);
    }

    /**
     * A state that was reached.
     *
     * @param number its number
     * @param state the state
     */
    record Place(int number, State state) {}
}
