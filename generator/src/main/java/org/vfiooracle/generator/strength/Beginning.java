// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.strength;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.suite.Aim;
import org.vfiooracle.generator.suite.Effort;
import org.vfiooracle.oracle.Machine;

/** Calls with which cases begin, what they have reached, and what comes behind them: each call once, however many cases make it. */
final class Beginning {
    private final State state;
    private final Aim.Tally tally;
    private final Effort effort;
    private final Set<String> reached;
    private final Map<Operation, Optional<Beginning>> longer = new HashMap<>();

    /** No calls yet. */
    Beginning(State state, Aim.Tally tally) {
        this(state, tally, new Effort(), Set.of());
    }

    private Beginning(State state, Aim.Tally tally, Effort effort, Set<String> reached) {
        this.state = state;
        this.tally = tally;
        this.effort = effort;
        this.reached = reached;
    }

    /** What the calls take on a machine, in seconds, about. */
    double seconds() {
        return effort.seconds();
    }

    /** The goals that they reach. */
    Set<String> reached() {
        return reached;
    }

    /** Returns this with one call more; empty where the machine has no answer to it. */
    Optional<Beginning> with(Operation operation, Machine machine, Set<String> goals) {
        Optional<Beginning> known = longer.get(operation);
        if (known == null) {
            known = made(operation, machine, goals);
            longer.put(operation, known);
        }
        return known;
    }

    private Optional<Beginning> made(Operation operation, Machine machine, Set<String> goals) {
        Aim.Tally more = tally.copy();
        more.before();
        return machine.performIfModelled(state, operation).map(transition -> after(operation, transition, more, goals));
    }

    private Beginning after(Operation operation, Transition transition, Aim.Tally more, Set<String> goals) {
        Set<String> all = new LinkedHashSet<>(reached);
        Predicate<String> open = goal -> goals.contains(goal) && !all.contains(goal);
        all.addAll(more.reached(state, operation, transition, open));
        more.take(state, operation, transition, open);
        Effort sum = new Effort(effort);
        sum.add(operation, transition);
        return new Beginning(transition.next(), more, sum, all);
    }
}
