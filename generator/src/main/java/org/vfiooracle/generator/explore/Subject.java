// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.generator.alphabet.Alphabet;
import org.vfiooracle.generator.alphabet.Calls;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.protocol.message.PerformedCalls;

/**
 * What is explored: a machine, its topology, and the calls that are made.
 *
 * @param machine the platform
 * @param topology its groups
 * @param alphabet where it begins
 * @param calls the calls that can be made in a state
 */
public record Subject(Machine machine, Topology topology, Alphabet alphabet, Calls calls) {
    /**
     * Returns a platform and the calls of an alphabet.
     *
     * @param faults the most arguments of a call that are wrong
     * @param performed the calls that may be made
     */
    public static Subject of(PlatformId id, Alphabet alphabet, int faults, PerformedCalls performed) {
        return of(id, alphabet, faults, performed, false);
    }

    /** Returns the same; {@code named} tells states apart that differ only in names. */
    public static Subject of(PlatformId id, Alphabet alphabet, int faults, PerformedCalls performed, boolean named) {
        Machine machine = Platforms.load().machine(id);
        Topology topology = Platforms.load().topology(alphabet.topology(), machine.profile());
        return new Subject(
                machine,
                topology,
                alphabet,
                new Calls(alphabet, machine.profile(), topology, faults, performed, named));
    }

    /** Where an exploration begins: a process, and the calls that come before. */
    public record Start(Process process, List<Operation> before, State state) {}

    /** Returns where exploration begins on this platform. */
    public List<Start> starts() {
        List<Start> starts = new ArrayList<>();
        alphabet.processes().forEach(process -> starts.addAll(starts(process)));
        return starts;
    }

    /** Returns a start for processes that can lock so much: exactly what was reached, and a page less. */
    public List<Start> limited(Start start, Iterable<Long> lockedPages) {
        long page = machine.profile().pageSize();
        List<Start> starts = new ArrayList<>();
        for (long pages : lockedPages) {
            for (long limit : List.of(pages * page, (pages - 1) * page)) {
                Process process = new Process(
                        OptionalLong.of(limit), false, start.process().buffers(), 0);
                after(process, start.before())
                        .ifPresent(state -> starts.add(new Start(process, start.before(), state)));
            }
        }
        return starts;
    }

    private List<Start> starts(Process process) {
        List<Start> starts = new ArrayList<>();
        for (List<Operation> before : alphabet.starts().isEmpty() ? List.of(List.<Operation>of()) : alphabet.starts()) {
            after(process, before).ifPresent(state -> starts.add(new Start(process, before, state)));
        }
        return starts;
    }

    private Optional<State> after(Process process, List<Operation> before) {
        State state = State.initial(topology, process);
        try {
            for (Operation operation : before) {
                Transition transition = machine.perform(state, operation);
                if (!transition.outcome().answer().succeeded() || !performs(operation)) {
                    return Optional.empty();
                }
                state = transition.next();
            }
        } catch (NotModelled unknown) {
            return Optional.empty();
        }
        return Optional.of(state);
    }

    private boolean performs(Operation operation) {
        return calls.performs(operation);
    }
}
