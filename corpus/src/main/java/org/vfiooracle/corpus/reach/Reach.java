// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.reach;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.corpus.explain.CallEntry;
import org.vfiooracle.corpus.explain.CallOutline;
import org.vfiooracle.corpus.explain.Decisions;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.oracle.Rules;

/**
 * What the model can say on the platforms of a corpus, and no fixture of the corpus says.
 *
 * @param rules ids of rules that decide no operation
 * @param answers calls with an errno that they can give
 */
public record Reach(SortedSet<String> rules, SortedSet<CallAnswer> answers) {
    public Reach {
        rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
        answers = Collections.unmodifiableSortedSet(new TreeSet<>(answers));
    }

    /** Compares what {@code machines} can say with what {@code fixtures} say. */
    public static Reach of(Collection<Machine> machines, Collection<Fixture> fixtures) {
        Decisions decisions = Decisions.in(fixtures);
        SortedSet<String> rules = new TreeSet<>();
        for (Rule rule : Rules.all()) {
            if (decisions.byRule(rule.id()).isEmpty()) {
                rules.add(rule.id());
            }
        }
        SortedSet<CallAnswer> answers = possible(machines);
        answers.removeAll(given(fixtures));
        return new Reach(rules, answers);
    }

    private static SortedSet<CallAnswer> possible(Collection<Machine> machines) {
        SortedSet<CallAnswer> possible = new TreeSet<>();
        for (Machine machine : machines) {
            CallOutline outline = new CallOutline(machine);
            for (String call : outline.calls()) {
                for (CallEntry entry : outline.of(call)) {
                    entry.answer()
                            .filter(Answer.Failed.class::isInstance)
                            .ifPresent(answer -> possible.add(new CallAnswer(spelled(call), answer.toString())));
                }
            }
        }
        return possible;
    }

    /** The procedures of {@code open} are named after what is opened. */
    private static String spelled(String call) {
        return call.split(" ", 2)[0];
    }

    private static SortedSet<CallAnswer> given(Collection<Fixture> fixtures) {
        SortedSet<CallAnswer> given = new TreeSet<>();
        for (Fixture fixture : fixtures) {
            for (RecordedStep step : fixture.steps()) {
                given.add(new CallAnswer(
                        step.operation().name(), step.outcome().answer().toString()));
            }
        }
        return given;
    }
}
