// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.engine.operation.Outcome;

/** Counts verdicts, and per kind of call what was compared, what was not, and why. Not for several threads. */
public final class Statistics {
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final SortedMap<String, Counts> calls = new TreeMap<>();
    private int notReached;

    private static final class Counts {
        private int compared;
        private final SortedMap<String, Integer> notCompared = new TreeMap<>();
        private final SortedMap<String, Integer> fields = new TreeMap<>();
    }

    /** Counts one comparison of {@code fixture}. */
    public void add(Fixture fixture, Comparison comparison) {
        verdicts.merge(comparison.verdict(), 1, Integer::sum);
        notReached += comparison.notReached();
        for (int i = 0; i < fixture.steps().size(); i++) {
            RecordedStep step = fixture.steps().get(i);
            Counts counts = calls.computeIfAbsent(step.operation().name(), name -> new Counts());
            if (i < comparison.stepsCompared()) {
                counts.compared++;
                leftOut(step.outcome(), comparison.compared())
                        .forEach(field -> counts.fields.merge(field, 1, Integer::sum));
            } else {
                boolean reached = i < fixture.steps().size() - comparison.notReached();
                counts.notCompared.merge(reached ? why(comparison) : "not reached", 1, Integer::sum);
            }
        }
    }

    /** Counts one fixture of these calls, all of which was compared and agreed. */
    public void addSame(List<String> names) {
        verdicts.merge(Verdict.CONFORMS, 1, Integer::sum);
        names.forEach(name -> calls.computeIfAbsent(name, call -> new Counts()).compared++);
    }

    /** Counts one comparison of a verdict as one of another. */
    public void judged(Verdict before, Verdict after) {
        verdicts.merge(before, -1, Integer::sum);
        verdicts.merge(after, 1, Integer::sum);
    }

    /** Number of comparisons with this verdict. */
    public int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /** Number of comparisons. */
    public int total() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Number of operations that were compared. A run that compares none has shown nothing. */
    public int operationsCompared() {
        return calls.values().stream().mapToInt(counts -> counts.compared).sum();
    }

    /** Number of operations that no implementation came to, since it stopped in the case before them. */
    public int operationsNotReached() {
        return notReached;
    }

    /** The kinds of calls in order of name. */
    public List<CallStatistics> calls() {
        List<CallStatistics> all = new ArrayList<>();
        calls.forEach((name, counts) ->
                all.add(new CallStatistics(name, counts.compared, counts.notCompared, counts.fields)));
        return Collections.unmodifiableList(all);
    }

    /** The names of what the outcome has, but nobody looked at. */
    private static List<String> leftOut(Outcome outcome, Observes compared) {
        List<String> names = new ArrayList<>();
        if (!compared.sees(Part.ANSWER)) {
            names.add(Part.ANSWER.key());
        }
        if (!compared.sees(Part.OUT)) {
            outcome.out().keySet().forEach(field -> names.add(field.key()));
        }
        if (!compared.sees(Part.LOCKED_PAGES)) {
            names.add(Part.LOCKED_PAGES.key());
        }
        for (Part part : compared.others()) {
            if (part.ofEffects() && outcome.effects().stream().anyMatch(part::shows)) {
                names.add(part.key());
            }
        }
        return names;
    }

    private static String why(Comparison comparison) {
        return switch (comparison.verdict()) {
            case SKIPPED, NOT_RUN -> comparison.verdict().key() + ": " + comparison.reason();
            case CRASHED, TIMED_OUT -> comparison.verdict().key();
            case CONFORMS, PARTIAL, DIFFERS, WAIVED, FIXED -> "not answered";
        };
    }
}
