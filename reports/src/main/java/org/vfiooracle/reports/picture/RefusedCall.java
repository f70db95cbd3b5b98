// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.State;

/**
 * A call that was refused, as far as a picture can show it.
 *
 * @param group alias of the group that it was made on, or whose device it was made on
 * @param container name of the container that it was made on, or that the group was to be put into
 * @param answer the errno
 */
record RefusedCall(Optional<String> group, Optional<String> container, String answer) {
    /** Returns a call as a picture of {@code state} shows it; empty when it was not refused, or was made on nothing that is drawn. */
    static Optional<RefusedCall> of(Operation operation, Answer answer, State state) {
        if (!(answer instanceof Answer.Failed)) {
            return Optional.empty();
        }
        Optional<Handle> on = handle(state, operation.on());
        Optional<String> group = on.flatMap(RefusedCall::group);
        Optional<String> container = operation instanceof Operation.SetContainer set
                ? handle(state, set.container()).flatMap(RefusedCall::container)
                : on.flatMap(RefusedCall::container);
        return group.isEmpty() && container.isEmpty()
                ? Optional.empty()
                : Optional.of(new RefusedCall(group, container, answer.toString()));
    }

    /**
     * Returns the groups that a container refused in a fixture, where both are still there, and the last call if it was refused.
     * The calls that a program made count, too.
     */
    static Set<RefusedCall> of(Fixture fixture) {
        Set<RefusedCall> refused = new LinkedHashSet<>();
        State state = fixture.last();
        for (RecordedStep step : fixture.steps()) {
            join(step.operation(), step.outcome().answer(), state).ifPresent(refused::add);
            refused.addAll(joins(step.outcome().calls(), state));
        }
        List<RecordedStep> steps = fixture.steps();
        if (!steps.isEmpty()) {
            RecordedStep last = steps.get(steps.size() - 1);
            of(last.operation(), last.outcome().answer(), state).ifPresent(refused::add);
        }
        return refused;
    }

    /** Returns the groups that a container refused when a program made these calls, where both are still there. */
    static Set<RefusedCall> joins(List<HostCall> calls, State state) {
        Set<RefusedCall> refused = new LinkedHashSet<>();
        calls.forEach(call -> join(call.operation(), call.answer(), state).ifPresent(refused::add));
        return refused;
    }

    private static Optional<RefusedCall> join(Operation operation, Answer answer, State state) {
        return of(operation, answer, state)
                .filter(call -> operation instanceof Operation.SetContainer)
                .filter(call -> call.group().isPresent() && call.container().isPresent());
    }

    private static Optional<Handle> handle(State state, String name) {
        return Optional.ofNullable(state.handles().get(name));
    }

    private static Optional<String> group(Handle handle) {
        if (handle instanceof Handle.GroupFd fd) {
            return Optional.of(fd.group());
        }
        return handle instanceof Handle.DeviceFd fd ? Optional.of(fd.group()) : Optional.empty();
    }

    private static Optional<String> container(Handle handle) {
        return handle instanceof Handle.ContainerFd fd ? Optional.of(fd.container()) : Optional.empty();
    }
}
