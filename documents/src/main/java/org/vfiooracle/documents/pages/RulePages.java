// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.documents.facts.CorpusKnowledge;
import org.vfiooracle.documents.facts.RuleFacts;
import org.vfiooracle.documents.facts.RuleSubject;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;

/** The pages of {@code docs/reference/rules}: a record for each rule, one page a subject, and a page that lists them. */
final class RulePages {
    private static final String FOLDER = "docs/reference/rules/";

    private final CorpusKnowledge findings;
    private final Map<RuleSubject, List<Rule>> rules = new EnumMap<>(RuleSubject.class);

    RulePages(CorpusKnowledge findings) {
        this.findings = findings;
        Rules.all().forEach(rule -> rules.computeIfAbsent(RuleSubject.of(rule), subject -> new ArrayList<>())
                .add(rule));
    }

    /** Returns the text of each page by its path. */
    Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        pages.put(FOLDER + "README.md", contents());
        rules.forEach((subject, some) -> pages.put(FOLDER + file(subject), page(subject, some)));
        return pages;
    }

    private String contents() {
        List<String> lines = new ArrayList<>(Markdown.generated("Rules"));
        lines.addAll(List.of(
                "",
                "A rule is the reason for an answer. Every outcome in a fixture names the rule that decided it.",
                "`./oracle explain RULE` tells more of one rule.",
                ""));
        rules.forEach((subject, some) ->
                lines.add("- [" + subject.title() + "](" + file(subject) + "): " + some.size() + " rules"));
        lines.addAll(List.of(
                "",
                "## How to read a record",
                "",
                "- *Answers* says which errno the rule gives, and on which releases of Linux.",
                "- *Source* is the place that says so. It is *read* where the source says it in so many words, and *inferred*",
                "  where the rule only follows from it. The functions of Linux have the names that each release gives them.",
                "- Releases are a range: `4.2..4.11` is 4.2 to 4.11, `..4.1` is up to 4.1, and `6.4..` is 6.4 and later.",
                "- *Scenarios* are those in which the rule decides. A rule without scenarios is excused in",
                "  [unreached.yaml](../../data/unreached.yaml).",
                "- *Observed on* lists the kernels and machines that gave the recorded answer in at least one fixture that the",
                "  rule decides. A *stand-in* machine runs the kernel's code for an older bridge on a PHB3: it shows what the",
                "  kernel does, and not what that bridge does by itself.",
                "",
                "## Kernels that were asked",
                "",
                "Ranges such as 4.12..6.12 run over these kernels, with page sizes 4k and 64k, and say nothing of others:",
                ""));
        lines.addAll(findings.askedKernels());
        return Markdown.page(lines);
    }

    private String page(RuleSubject subject, List<Rule> some) {
        List<String> lines = new ArrayList<>(Markdown.generated(subject.title()));
        lines.addAll(List.of("", "[How to read a record, and all subjects](README.md)."));
        some.forEach(rule -> record(rule, lines));
        return Markdown.page(lines);
    }

    private void record(Rule rule, List<String> lines) {
        RuleFacts facts = RuleFacts.of(rule, findings);
        lines.addAll(List.of("", "## " + rule.id(), "", facts.sentence(), ""));
        Markdown.item(lines, "Answers", facts.answers());
        Markdown.item(lines, "Source", facts.source());
        Markdown.item(lines, "Scenarios", Markdown.some(facts.scenarios()));
        Markdown.item(lines, "Observed on", facts.kernels());
    }

    private static String file(RuleSubject subject) {
        return subject.file() + ".md";
    }

    /** Returns the record of a rule as a link, from a page in a folder beside that of the rules. */
    static String link(Rule rule, String text) {
        return "[" + text + "](../rules/" + file(RuleSubject.of(rule)) + "#" + Markdown.anchor(rule.id()) + ")";
    }
}
