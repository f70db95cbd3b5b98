// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The few cases that reach what many do: each time the one that adds most for what it takes.
 *
 * @param chosen the cases, the most rewarding first
 * @param curve how much is reached with the first cases
 * @param all how many goals all cases reach
 */
public record Cover(List<MeasuredCase> chosen, List<Point> curve, int all) {
    public Cover {
        chosen = List.copyOf(chosen);
        curve = List.copyOf(curve);
    }

    /** What the first cases come to. */
    public record Point(int cases, int operations, double seconds, int goals) {}

    /**
     * How much a suite may be.
     *
     * @param cases the most cases
     * @param seconds the most seconds
     */
    public record Budget(int cases, double seconds) {
        public static final Budget NONE = new Budget(Integer.MAX_VALUE, Double.MAX_VALUE);
    }

    /** Chooses among {@code cases}, as far as {@code budget} goes. */
    public static Cover of(Collection<MeasuredCase> cases, Budget budget) {
        Set<String> open = new LinkedHashSet<>();
        cases.forEach(one -> open.addAll(one.goals()));
        int all = open.size();
        List<MeasuredCase> left = new ArrayList<>(cases);
        List<MeasuredCase> chosen = new ArrayList<>();
        List<Point> curve = new ArrayList<>();
        Point so = new Point(0, 0, 0, 0);
        while (so.cases() < budget.cases()) {
            double room = budget.seconds() - so.seconds();
            Optional<MeasuredCase> best = left.stream()
                    .filter(one -> one.seconds() <= room && adds(one, open) > 0)
                    .max(Comparator.<MeasuredCase>comparingDouble(one -> adds(one, open) / (double) one.operations())
                            .thenComparing(one -> one.performed().id(), Comparator.reverseOrder()));
            if (best.isEmpty()) {
                break;
            }
            MeasuredCase next = best.get();
            so = new Point(
                    so.cases() + 1,
                    so.operations() + next.operations(),
                    so.seconds() + next.seconds(),
                    so.goals() + adds(next, open));
            open.removeAll(next.goals());
            left.remove(next);
            chosen.add(next);
            curve.add(so);
        }
        return new Cover(chosen, curve, all);
    }

    private static int adds(MeasuredCase one, Set<String> open) {
        int adds = 0;
        for (String goal : one.goals()) {
            adds += open.contains(goal) ? 1 : 0;
        }
        return adds;
    }
}
