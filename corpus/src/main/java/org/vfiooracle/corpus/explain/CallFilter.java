// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.procedure.Rule;

/** Leaves of a call only what can give one answer. */
public final class CallFilter {
    private CallFilter() {}

    /**
     * Returns the entries that can give {@code answer}, each rule once, and the steps that these belong to.
     *
     * @param entries a whole call
     * @param gave whether a rule whose step decides on its answer itself is known to have given this one
     */
    public static List<CallEntry> giving(Answer answer, List<CallEntry> entries, Predicate<Rule> gave) {
        Set<String> told = new HashSet<>();
        List<CallEntry> once = entries.stream()
                .filter(entry ->
                        entry.kind() == CallEntry.Kind.STEP || gives(answer, entry, gave) && told.add(entry.text()))
                .toList();
        List<CallEntry> kept = new ArrayList<>();
        for (int i = 0; i < once.size(); i++) {
            CallEntry entry = once.get(i);
            if (entry.kind() != CallEntry.Kind.STEP || holdsRule(once, i)) {
                kept.add(entry);
            }
        }
        return kept;
    }

    private static boolean holdsRule(List<CallEntry> entries, int step) {
        return inside(entries, step).stream().anyMatch(inner -> inner.kind() != CallEntry.Kind.STEP);
    }

    /** The entries that belong to the step at {@code index}. */
    private static List<CallEntry> inside(List<CallEntry> entries, int index) {
        CallEntry step = entries.get(index);
        int end = index + 1;
        while (step.kind() == CallEntry.Kind.STEP
                && end < entries.size()
                && entries.get(end).depth() > step.depth()) {
            end++;
        }
        return entries.subList(index + 1, end);
    }

    private static boolean gives(Answer answer, CallEntry entry, Predicate<Rule> gave) {
        return switch (entry.kind()) {
            case CHECK -> entry.answer().orElseThrow().equals(answer);
            case REASON -> gave.test(entry.rule().orElseThrow());
            case GRANTED -> answer.succeeded();
            case STEP -> false;
        };
    }
}
