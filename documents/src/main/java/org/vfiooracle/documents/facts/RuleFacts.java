// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import org.vfiooracle.corpus.explain.Decisions.Decision;
import org.vfiooracle.corpus.explain.RulePlace;
import org.vfiooracle.engine.procedure.Rule;

/**
 * What is known of a rule.
 *
 * @param rule the rule
 * @param answers the errnos that it gives, with their releases; empty where it only ever gives success
 * @param decided what it has decided in the corpus
 * @param kernels those that agreed; empty when none did
 */
public record RuleFacts(Rule rule, String answers, List<Decision> decided, String kernels) {
    public RuleFacts {
        decided = List.copyOf(decided);
    }

    /** Returns what is known of a rule. */
    public static RuleFacts of(Rule rule, CorpusKnowledge knowledge) {
        List<Decision> decided = knowledge.ofRule(rule.id());
        return new RuleFacts(rule, answers(rule), decided, knowledge.kernels(decided));
    }

    /** Its sentence, with a word where an implementation need not do so. */
    public String sentence() {
        return rule.sentence() + (rule.requirement() == Rule.Requirement.MUST ? "." : " (may).");
    }

    /** The place that says so, and whether in so many words. */
    public String source() {
        return rule.source().text() + " (" + rule.evidence().name().toLowerCase(Locale.ROOT) + ")";
    }

    /** The scenarios in which it decides. */
    public SortedSet<String> scenarios() {
        return CorpusKnowledge.scenarios(decided);
    }

    private static String answers(Rule rule) {
        Set<String> texts = new LinkedHashSet<>();
        for (RulePlace place : RulePlace.of(rule.id())) {
            place.answer().ifPresent(answer -> texts.add(answer + " on " + place.releases()));
        }
        return String.join("; ", texts).replace(" on all", "");
    }
}
