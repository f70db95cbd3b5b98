// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import java.util.List;
import org.vfiooracle.documents.facts.KernelSpans;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.site.facts.AnsweredCall;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.Chip;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Links;

/**
 * A line that tells of an answer in the corpus.
 *
 * @param call the call
 * @param answer the answer
 * @param rule the rule
 * @param sentence what the rule says
 * @param platforms where
 * @param cases in which cases
 */
public record AnsweredLine(
        Link call, Chip answer, Link rule, String sentence, List<KernelSpans.Spans> platforms, CaseLinks cases) {
    /** Returns the line of an answer. */
    public static AnsweredLine of(AnsweredCall answered, SiteFacts site) {
        return new AnsweredLine(
                Links.call(answered.call()),
                Chip.of(answered.answer()),
                Links.rule(answered.rule()),
                Rules.find(answered.rule()).map(rule -> rule.sentence()).orElse(""),
                site.spans(answered.platforms()),
                CaseLinks.of(answered.cases()));
    }
}
