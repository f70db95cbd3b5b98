// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.vmm;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.operation.Word;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;

/** Performs operations of programs on a kernel: keeps what they remember, and lets the kernel close what a dead one had. */
public final class Programs {
    /** Why an operation of a program that has ended comes to nothing. */
    public static final Rule GONE = Rule.inferred(
            "program.gone", "what Linux does for a process that ends", "A program that has ended makes no call");

    private final Kernel kernel;
    private final Function<String, Optional<Strategy>> strategies;

    /** Programs above {@code kernel}; {@code strategies} finds one by its id. */
    public Programs(Kernel kernel, Function<String, Optional<Strategy>> strategies) {
        this.kernel = kernel;
        this.strategies = strategies;
    }

    /** The id of the program that {@code call} is about; empty when it has not been started. */
    public static Optional<String> idOf(State state, ProgramCall call) {
        return call instanceof ProgramCall.Start start
                ? Optional.of(start.program())
                : state.program(call.on()).map(Running.class::cast).map(Running::strategy);
    }

    /**
     * Performs one operation.
     *
     * @throws NotModelled when there is no such program, or the model has no answer
     */
    public Transition perform(State state, ProgramCall call) {
        if (call instanceof ProgramCall.Start start) {
            if (state.program(start.as()).isPresent()) {
                throw new NotModelled("two programs of the name " + start.as());
            }
            return perform(state, call, start.as(), start.program(), DescriptorTable.NONE, Optional.empty());
        }
        Running running = state.program(call.on())
                .map(Running.class::cast)
                .orElseThrow(() -> new NotModelled("an operation of " + call.on() + ", which was not started"));
        if (!running.runs()) {
            Outcome nothing = outcome(Answer.of(Word.GONE), new Dialogue(kernel, state, DescriptorTable.NONE));
            return new Transition(state, nothing, GONE);
        }
        return perform(state, call, call.on(), running.strategy(), running.descriptors(), Optional.of(running));
    }

    private Transition perform(
            State state,
            ProgramCall call,
            String name,
            String id,
            DescriptorTable descriptors,
            Optional<Running> running) {
        Strategy strategy = strategies.apply(id).orElseThrow(() -> new NotModelled("the program " + id));
        Dialogue dialogue = new Dialogue(kernel, state, descriptors);
        Told told = strategy.perform(call, running.map(Running::memory), dialogue);
        if (told.ends()) {
            for (String handle : dialogue.descriptors().open()) {
                dialogue.ask(new Operation.Close(handle));
            }
        }
        Running next = new Running(id, told.memory(), dialogue.descriptors(), !told.ends());
        Outcome said = outcome(told.answer(), dialogue);
        Outcome outcome = new Outcome(said.answer(), told.out(), said.lockedPages(), said.effects(), said.calls());
        return new Transition(dialogue.state().with(name, next), outcome, told.rule());
    }

    private static Outcome outcome(Answer answer, Dialogue dialogue) {
        return new Outcome(
                answer, Map.of(), dialogue.state().process().lockedPages(), dialogue.effects(), dialogue.calls());
    }
}
