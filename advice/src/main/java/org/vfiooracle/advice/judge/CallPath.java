// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.State;

/**
 * What a log may have done to come to a state: a list that many paths share the beginning of.
 *
 * @param first the state before the first call
 * @param before the path up to the last call; empty where there is none
 * @param last the last call
 */
record CallPath(State first, Optional<CallPath> before, Optional<Operation> last) {
    static CallPath from(State first) {
        return new CallPath(first, Optional.empty(), Optional.empty());
    }

    CallPath then(Operation operation) {
        return new CallPath(first, Optional.of(this), Optional.of(operation));
    }

    /** The calls in order. */
    List<Operation> operations() {
        LinkedList<Operation> all = new LinkedList<>();
        Optional<CallPath> at = Optional.of(this);
        while (at.isPresent()) {
            at.get().last().ifPresent(all::addFirst);
            at = at.get().before();
        }
        return Collections.unmodifiableList(all);
    }
}
