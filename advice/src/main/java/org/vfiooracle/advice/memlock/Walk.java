// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.memlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.oracle.Machine;

/** Calls that are made one after the other; what comes next may depend on the answers. */
final class Walk {
    private final Machine machine;
    private final List<PerformedOperation> performed = new ArrayList<>();
    private State state;
    private Optional<PerformedOperation> refused = Optional.empty();

    Walk(Machine machine, State first) {
        this.machine = machine;
        this.state = first;
    }

    /** Makes a call that may fail, and tells whether it succeeded. */
    boolean attempt(Operation operation) {
        return step(operation).transition().outcome().answer().succeeded();
    }

    /** Makes a call that must not fail, and returns what it came to; after one that failed, none is made. */
    Optional<PerformedOperation> demand(Operation operation) {
        if (refused.isPresent()) {
            return Optional.empty();
        }
        PerformedOperation step = step(operation);
        if (!step.transition().outcome().answer().succeeded()) {
            refused = Optional.of(step);
        }
        return Optional.of(step);
    }

    PerformedOperation step(Operation operation) {
        PerformedOperation step = PerformedOperation.outcomeOnly(machine, state, operation);
        state = step.after();
        performed.add(step);
        return step;
    }

    Optional<PerformedOperation> refused() {
        return refused;
    }

    List<PerformedOperation> performed() {
        return List.copyOf(performed);
    }

    State state() {
        return state;
    }
}
