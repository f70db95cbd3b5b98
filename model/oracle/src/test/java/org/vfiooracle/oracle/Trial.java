// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;

/** A machine being tried, call by call; remembers the state and the last transition. */
public final class Trial {
    private static final Buffer B1 = new Buffer("B1", 0x10_0000, Buffer.Backing.PAGE, true);

    private final Machine machine;
    private State state;
    private Optional<Transition.Departure> departure = Optional.empty();

    private Trial(Machine machine, State state) {
        this.machine = machine;
        this.state = state;
    }

    /** Starts on a machine with six groups and one buffer of 1 MiB. */
    public static Trial on(Machine machine) {
        Process process = new Process(OptionalLong.empty(), false, Map.of("B1", B1), 0);
        return new Trial(machine, State.initial(Profiles.SIX_GROUPS, process));
    }

    /** Performs one operation. */
    public Transition call(Operation operation) {
        Transition transition = machine.perform(state, operation);
        departure = machine.departure(state, operation);
        state = transition.next();
        return transition;
    }

    /** What the last operation was intended to come to; fails where no deviation decided it. */
    public Transition.Departure departure() {
        return departure.orElseThrow();
    }

    /** Performs one operation and returns its answer as fixtures spell it. */
    public String answer(Operation operation) {
        Outcome outcome = call(operation).outcome();
        return outcome.answer().toString();
    }

    /** Opens container C1 and puts a group, opened as G plus its alias, into it. */
    public Trial join(String group) {
        if (state.handle("C1").isEmpty()) {
            call(new Operation.OpenContainer("C1"));
        }
        call(new Operation.OpenGroup(group, "G" + group));
        call(new Operation.SetContainer("G" + group, "C1"));
        return this;
    }

    /** Sets the IOMMU type of C1. */
    public Trial iommu(int type) {
        call(new Operation.SetIommu("C1", type));
        return this;
    }

    /** Registers all of B1 in C1. */
    public Trial register() {
        call(registering());
        return this;
    }

    /** Returns a REGISTER of all of B1. */
    public static Operation registering() {
        return new Operation.RegisterMemory("C1", 24, 0, new Address.InBuffer("B1", 0), 0x10_0000);
    }

    /** Returns a MAP of the start of B1. */
    public static Operation map(long iova, long size) {
        return new Operation.MapDma("C1", 32, 3, new Address.InBuffer("B1", 0), iova, size);
    }

    /** The state so far. */
    public State state() {
        return state;
    }

    /** Locked pages so far. */
    public long locked() {
        return state.process().lockedPages();
    }
}
