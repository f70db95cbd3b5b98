// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.kernel.operation.Operation;
import org.vfiooracle.kernel.state.State;
import org.vfiooracle.kernel.topology.Topology;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.oracle.Transition;

/**
 * A case on one machine, with the state after every operation.
 *
 * @param performed the case
 * @param steps one for each operation of the case
 */
public record Trace(Case performed, List<Performed> steps) {
    public Trace {
        steps = List.copyOf(steps);
    }

    /**
     * One operation and what it came to.
     *
     * @param operation the call
     * @param transition outcome, reason and the state afterwards
     * @param departure what was intended instead, where a deviation decided the outcome
     */
    public record Performed(Operation operation, Transition transition, Optional<Transition.Departure> departure) {}

    /**
     * Performs a case.
     *
     * @throws org.vfiooracle.kernel.engine.NotModelled when the model has no answer to one of its operations
     */
    public static Trace of(Case performed, Machine machine, Topology topology) {
        State state = State.initial(topology, performed.process());
        List<Performed> steps = new ArrayList<>();
        for (Operation operation : performed.operations()) {
            Transition transition = machine.perform(state, operation);
            steps.add(new Performed(operation, transition, machine.departure(state, operation)));
            state = transition.next();
        }
        return new Trace(performed, steps);
    }
}
