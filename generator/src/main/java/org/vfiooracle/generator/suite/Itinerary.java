// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.conformance.random.Danger;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.oracle.Machine;

/** A case while it is made: calls that were made one after another, and the goals that they have reached. */
final class Itinerary {
    private final Machine machine;
    private final Aim.Tally tally;
    private final Process process;
    private final List<Operation> operations = new ArrayList<>();
    private final Set<String> open;
    private final Set<String> reached = new LinkedHashSet<>();
    private State state;

    Itinerary(Machine machine, Aim.Tally tally, Process process, State first, Set<String> open) {
        this.machine = machine;
        this.tally = tally;
        this.process = process;
        this.state = first;
        this.open = new LinkedHashSet<>(open);
    }

    /** A call that could come next, and what it would reach. */
    record Choice(Operation operation, Transition transition, Set<String> gain, boolean stays) {}

    State state() {
        return state;
    }

    Process process() {
        return process;
    }

    List<Operation> operations() {
        return operations;
    }

    Set<String> reached() {
        return reached;
    }

    /** The goals that neither this nor an earlier case has reached. */
    Set<String> open() {
        return open;
    }

    /** Returns what a call would come to here; empty where the model has no answer, or it may do harm. */
    @SuppressWarnings("ReferenceEquality") // a call that changes nothing leaves the very same state
    Optional<Choice> look(Operation operation) {
        tally.before();
        return machine.performIfModelled(state, operation)
                .filter(transition -> Danger.of(machine.profile(), state, operation, transition)
                        .isEmpty())
                .map(transition -> new Choice(
                        operation,
                        transition,
                        tally.reached(state, operation, transition, open::contains),
                        transition.next() == state));
    }

    /** Makes a call. */
    boolean take(Operation operation) {
        Optional<Choice> choice = look(operation);
        if (choice.isEmpty()) {
            return false;
        }
        open.removeAll(choice.get().gain());
        reached.addAll(choice.get().gain());
        tally.take(state, operation, choice.get().transition(), open::contains);
        operations.add(operation);
        state = choice.get().transition().next();
        return true;
    }
}
