// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.memlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/** Finds the least limit by performing the calls: without a limit first, and then with smaller and smaller ones. */
public final class LockedMemory {
    private final LockQuestion question;
    private final Machine machine;
    private final Topology topology;

    private LockedMemory(LockQuestion question, Machine machine) {
        this.question = question;
        this.machine = machine;
        this.topology = LockSetting.topology(question);
    }

    /**
     * Answers a question.
     *
     * @throws org.vfiooracle.engine.procedure.NotModelled when the model cannot
     */
    public static LockAnswer of(LockQuestion question, Machine machine) {
        return new LockedMemory(question, machine).answer();
    }

    private LockAnswer answer() {
        Walk free = new Walk(machine, first(OptionalLong.empty()));
        question.program()
                .ifPresentOrElse(
                        program -> ProgramCalls.make(question, program, topology, machine, free),
                        () -> PlainCalls.make(question, topology, machine, free));
        List<PerformedOperation> wanted = free.performed();
        long least = least(wanted);
        return new LockAnswer(
                machine.profile(),
                least,
                LockShares.of(machine.profile(), free.state()),
                containers(free.state()),
                free.refused().or(() -> left(free)),
                least == 0 ? Optional.empty() : firstOther(wanted, least - 1),
                wanted);
    }

    private State first(OptionalLong memlock) {
        return State.initial(topology, LockSetting.process(question, memlock));
    }

    /** A program that has no device left has failed, whatever it says. */
    private static Optional<PerformedOperation> left(Walk walk) {
        return containers(walk.state()) > 0
                ? Optional.empty()
                : walk.performed().stream().findFirst();
    }

    private static int containers(State state) {
        return (int) state.containers().values().stream()
                .map(Container::groups)
                .filter(groups -> !groups.isEmpty())
                .count();
    }

    /** More memory never makes a call fail, so the limits that are too small are all below those that will do. */
    private long least(List<PerformedOperation> wanted) {
        long enough = 1;
        while (firstOther(wanted, enough).isPresent()) {
            enough *= 2;
        }
        long tooLittle = -1;
        while (enough - tooLittle > 1) {
            long middle = (enough + tooLittle) >> 1;
            if (firstOther(wanted, middle).isPresent()) {
                tooLittle = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    /** What a call answered, or a program and the calls that it made: some programs go on without their devices. */
    private static List<Answer> answers(PerformedOperation step) {
        List<Answer> answers = new ArrayList<>();
        answers.add(step.transition().outcome().answer());
        step.transition().outcome().calls().forEach(call -> answers.add(call.answer()));
        return answers;
    }

    /** The first call that answers otherwise when only so many host pages may be locked. */
    private Optional<PerformedOperation> firstOther(List<PerformedOperation> wanted, long pages) {
        State state = first(OptionalLong.of(pages * machine.profile().pageSize()));
        for (PerformedOperation step : wanted) {
            PerformedOperation now = PerformedOperation.outcomeOnly(machine, state, step.operation());
            if (!answers(now).equals(answers(step))) {
                return Optional.of(now);
            }
            state = now.after();
        }
        return Optional.empty();
    }
}
