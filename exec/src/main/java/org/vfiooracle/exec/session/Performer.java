// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.exec.trace.Happening;
import org.vfiooracle.exec.uapi.ErrnoNumber;
import org.vfiooracle.exec.wire.Reply;

/** The model of a run: its state, and what it has been asked. */
final class Performer {
    /** What a program is told of a call that is not modelled: that the descriptor does not know it. */
    static final String UNKNOWN = "ENOTTY";

    private final Setting setting;
    private final Consumer<Happening> listener;
    private final List<RecordedStep> steps = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<Fault> fired = new HashSet<>();
    private Optional<Process> first = Optional.empty();
    private State state;
    private State fullest;
    private int fullestAt;

    Performer(Setting setting, Consumer<Happening> listener) {
        this.setting = setting;
        this.listener = listener;
        this.state = State.initial(setting.topology(), Process.UNLIMITED);
        this.fullest = state;
    }

    /** The process of the case, with all memory that was named since; empty before there was one. */
    Optional<Process> process() {
        return first;
    }

    State state() {
        return state;
    }

    Performed performed() {
        return new Performed(steps, state, fullestAt, fullest);
    }

    /** Says what the first process may lock. */
    void begin(OptionalLong memlock, boolean ipcLock) {
        first = Optional.of(new Process(memlock, ipcLock, Map.of(), 0));
        state = State.initial(setting.topology(), first.get());
    }

    /** Returns the answer to a call that {@code --fail} names. */
    Optional<Reply> fault(Client client, String name, Supplier<String> call) {
        if (setting.faults().isEmpty()) {
            return Optional.empty();
        }
        int ordinal = counts.merge(name, 1, Integer::sum);
        for (Fault fault : setting.faults()) {
            if (fault.hits(name, ordinal)) {
                fired.add(fault);
                listener.accept(new Happening.Injected(client.process(), call.get(), fault.errno()));
                return Optional.of(Reply.failing(ErrnoNumber.of(fault.errno())));
            }
        }
        return Optional.empty();
    }

    /** Returns what {@code --fail} names and was never made to fail, each with why. */
    List<String> unfired() {
        return setting.faults().stream()
                .filter(fault -> !fired.contains(fault))
                .map(fault -> fault + " never fired: the program made " + times(counts.getOrDefault(fault.call(), 0))
                        + " of this name")
                .toList();
    }

    private static String times(int count) {
        return count == 0 ? "no call" : count == 1 ? "1 call" : count + " calls";
    }

    /** Performs a call of a process; empty where the model has no answer. */
    Optional<Transition> perform(Client client, Operation call) {
        know(client);
        Operation operation = client.name().isEmpty() ? call : new Operation.By(client.name(), call);
        try {
            PerformedOperation done = PerformedOperation.on(setting.machine(), state, operation);
            state = done.after();
            steps.add(done.recorded());
            if (!Performed.takesDown(operation)) {
                fullest = state;
                fullestAt = steps.size();
            }
            listener.accept(new Happening.Called(client.process(), steps.size(), done));
            return Optional.of(done.transition());
        } catch (NotModelled unknown) {
            listener.accept(
                    new Happening.NotKnown(client.process(), OperationText.of(operation), unknown.what(), UNKNOWN));
            return Optional.empty();
        }
    }

    /** The model learns of memory that calls have named. */
    private void know(Client client) {
        Map<String, Buffer> named = client.buffers().news();
        if (named.isEmpty()) {
            return;
        }
        State own = state.as(client.name());
        state = own.with(own.process().with(named)).as("");
        first = first.map(process -> process.with(named));
    }
}
