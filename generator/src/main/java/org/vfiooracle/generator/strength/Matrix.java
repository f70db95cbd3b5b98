// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.strength;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.generator.suite.Aim;
import org.vfiooracle.generator.suite.MeasuredCase;
import org.vfiooracle.oracle.Machine;

/**
 * Which case reaches which goal.
 *
 * @param rows the cases with what they reach
 * @param left cases that the platform has no answer to
 */
public record Matrix(List<MeasuredCase> rows, int left) {
    public Matrix {
        rows = List.copyOf(rows);
    }

    /** Finds the topology of a case. */
    @FunctionalInterface
    public interface Topologies {
        Topology of(String name);
    }

    /**
     * Performs cases on a machine, and counts what each of them reaches of {@code goals}. Calls with which several cases begin are
     * made once.
     */
    public static Matrix of(
            Collection<Case> cases, Machine machine, Topologies topologies, Aim aim, Set<String> goals) {
        List<MeasuredCase> rows = new ArrayList<>();
        Map<List<Object>, Beginning> beginnings = new HashMap<>();
        int left = 0;
        for (Case one : cases) {
            Optional<Beginning> at = Optional.of(beginnings.computeIfAbsent(
                    List.of(one.topology(), one.process()),
                    nothing ->
                            new Beginning(State.initial(topologies.of(one.topology()), one.process()), aim.tally())));
            for (Operation operation : one.operations()) {
                at = at.flatMap(begun -> begun.with(operation, machine, goals));
            }
            at.ifPresent(whole -> rows.add(new MeasuredCase(one, whole.seconds(), whole.reached())));
            left += at.isEmpty() ? 1 : 0;
        }
        return new Matrix(rows, left);
    }

    /** Returns, for each goal that is reached, the shortest case that does. */
    public Map<String, MeasuredCase> shortest() {
        Map<String, MeasuredCase> shortest = new LinkedHashMap<>();
        for (MeasuredCase row : rows) {
            for (String goal : row.goals()) {
                shortest.merge(goal, row, (a, b) -> b.operations() < a.operations() ? b : a);
            }
        }
        return shortest;
    }

    /** Returns how many cases reach each goal. */
    public Map<String, Integer> times() {
        Map<String, Integer> times = new LinkedHashMap<>();
        rows.forEach(row -> row.goals().forEach(goal -> times.merge(goal, 1, Integer::sum)));
        return times;
    }
}
