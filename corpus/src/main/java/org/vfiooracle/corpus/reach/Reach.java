// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.reach;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
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
 * @param decisions calls with a rule that can decide them, where it decides others
 */
public record Reach(SortedSet<String> rules, SortedSet<CallAnswer> answers, SortedSet<CallRule> decisions) {
    public Reach {
        rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
        answers = Collections.unmodifiableSortedSet(new TreeSet<>(answers));
        decisions = Collections.unmodifiableSortedSet(new TreeSet<>(decisions));
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
        SortedSet<CallAnswer> answers = new TreeSet<>();
        SortedSet<CallRule> decided = new TreeSet<>();
        machines.forEach(machine -> collect(new CallOutline(machine), answers, decided));
        for (Fixture fixture : fixtures) {
            for (RecordedStep step : fixture.steps()) {
                String call = step.operation().name();
                answers.remove(new CallAnswer(call, step.outcome().answer().toString()));
                decided.remove(new CallRule(call, step.rule()));
            }
        }
        decided.removeIf(decision -> rules.contains(decision.rule()));
        return new Reach(rules, answers, decided);
    }

    private static void collect(CallOutline outline, Set<CallAnswer> answers, Set<CallRule> decisions) {
        for (String call : outline.calls()) {
            for (CallEntry entry : outline.of(call)) {
                entry.answer()
                        .filter(Answer.Failed.class::isInstance)
                        .ifPresent(answer -> answers.add(new CallAnswer(spelled(call), answer.toString())));
                entry.rule().ifPresent(rule -> decisions.add(new CallRule(spelled(call), rule.id())));
            }
        }
    }

    /** The procedures of {@code open} are named after what is opened. */
    private static String spelled(String call) {
        return call.split(" ", 2)[0];
    }
}
