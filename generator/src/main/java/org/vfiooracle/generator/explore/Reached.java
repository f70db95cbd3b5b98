// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Transition;

/**
 * How far an exploration has got.
 *
 * @param level how many calls the states of this level are away
 * @param done states of the level that were gone through
 * @param of states of the level
 * @param states states that were reached
 * @param waiting states that are still to be gone through on deeper levels
 * @param count what was counted
 */
public record Reached(int level, int done, int of, int states, int waiting, Count count) {
    private static final double TWO_64 = 1.8446744073709552e19;

    /** The odds that two of so many states have the same fingerprint, so that one of them was overlooked. */
    public double odds() {
        return states * (states - 1.0) / 2 / TWO_64;
    }

    /**
     * An operation, decided by a rule.
     *
     * @param call name of the operation
     * @param rule id of the rule
     */
    public record Pair(String call, String rule) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int calls = call.compareTo(other.call);
            return calls != 0 ? calls : rule.compareTo(other.rule);
        }

        @Override
        public String toString() {
            return call + " " + rule;
        }
    }

    /** What breaks an invariant: a state, or a call in a state where {@code call} is not -1. */
    public record Broken(Violation violation, int state, int call) {}

    /** What was counted; each thread counts for itself. */
    public static final class Count {
        private final Map<Class<?>, Set<Rule>> pairs = new HashMap<>();
        private final SortedMap<String, Integer> unknown = new TreeMap<>();
        private final List<Broken> broken = new ArrayList<>();
        private final SortedSet<Pair> more = new TreeSet<>();
        private long transitions;

        /** There were too many states for the memory. */
        boolean full;

        void transition(Operation call, Transition transition) {
            transitions++;
            pairs.computeIfAbsent(call.getClass(), c -> Collections.newSetFromMap(new IdentityHashMap<>()))
                    .add(transition.rule());
        }

        void unknown(String what) {
            unknown.merge(what, 1, Integer::sum);
        }

        void broken(Violation violation, int state, int call) {
            broken.add(new Broken(violation, state, call));
        }

        void violated(Violation violation, int state) {
            broken.add(new Broken(violation, state, -1));
        }

        void add(Count other) {
            transitions += other.transitions;
            other.pairs.forEach((call, rules) -> pairs.computeIfAbsent(
                            call, c -> Collections.newSetFromMap(new IdentityHashMap<>()))
                    .addAll(rules));
            other.unknown.forEach((what, times) -> unknown.merge(what, times, Integer::sum));
            broken.addAll(other.broken);
            more.addAll(other.more);
        }

        /** Takes over what an earlier run had counted. */
        void resume(long before, Set<Pair> known, Map<String, Integer> notModelled) {
            transitions += before;
            more.addAll(known);
            notModelled.forEach((what, times) -> unknown.merge(what, times, Integer::sum));
        }

        /** How many calls were made. */
        public long transitions() {
            return transitions;
        }

        /** Whether the exploration ended because memory did. */
        public boolean full() {
            return full;
        }

        /** The operations with the rules that decided them. */
        public SortedSet<Pair> pairs() {
            SortedSet<Pair> all = new TreeSet<>(more);
            pairs.forEach((call, rules) -> rules.forEach(rule -> all.add(new Pair(name(call), rule.id()))));
            return all;
        }

        private static String name(Class<?> call) {
            org.vfiooracle.engine.operation.Declared declared =
                    call.getAnnotation(org.vfiooracle.engine.operation.Declared.class);
            return declared == null ? call.getSimpleName() : declared.name();
        }

        /** How often the model had no answer, by what it said. */
        public SortedMap<String, Integer> unknown() {
            return Collections.unmodifiableSortedMap(unknown);
        }

        /** What breaks an invariant, in the order of the exploration. */
        public List<Broken> broken() {
            return Collections.unmodifiableList(broken);
        }
    }
}
