// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.advice.bugs.KnownBug;
import org.vfiooracle.corpus.explain.Decisions.Decision;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.ProgramDeviations;
import org.vfiooracle.oracle.Rules;

/** A known bug as the pages show it: when, whether a case can show it, its deviations, its scenarios, and who has seen it. */
final class BugRecord {
    private static final String SCENARIO = "@";
    private static final String EXPLANATION = "../../explanation/";

    private final KnownBug bug;
    private final CorpusKnowledge findings;
    private final List<Decision> decided = new ArrayList<>();
    private final SortedSet<String> scenarios = new TreeSet<>();
    private final List<String> rules = new ArrayList<>();
    private final List<String> deviations = new ArrayList<>();

    /**
     * Looks up what a bug refers to.
     *
     * @throws UnknownReference when it names a deviation or a rule that does not exist
     */
    BugRecord(KnownBug bug, CorpusKnowledge findings) {
        this.bug = bug;
        this.findings = findings;
        bug.shownBy().forEach(this::refer);
        scenarios.addAll(CorpusKnowledge.scenarios(decided));
    }

    /** Returns its lines, with a heading. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("", "## " + bug.id() + ". " + bug.title(), ""));
        lines.add("- Releases: " + bug.releases() + " (" + bug.fate() + ")");
        Markdown.item(lines, bug.expressible() ? "Note" : "No case can show it", bug.reason());
        lines.addAll(deviations);
        Markdown.item(lines, rules.size() == 1 ? "Rule" : "Rules", String.join(", ", rules));
        Markdown.item(lines, "Scenarios", Markdown.some(scenarios));
        Markdown.item(lines, "Seen on", findings.kernels(decided));
        if (!bug.upstream().isEmpty()) {
            lines.add("- [To fix upstream](" + EXPLANATION + bug.upstream() + ")");
        }
        return lines;
    }

    private void refer(String reference) {
        if (reference.startsWith(SCENARIO)) {
            scenarios.add(reference.substring(1));
            return;
        }
        var deviation = Deviations.find(reference);
        var ofProgram = ProgramDeviations.find(reference);
        if (deviation.isPresent()) {
            deviation(
                    reference,
                    deviation.get().releases().toString(),
                    deviation.get().sentence(),
                    deviation.get().source());
        } else if (ofProgram.isPresent()) {
            deviation(
                    reference,
                    ofProgram.get().versions(),
                    ofProgram.get().sentence(),
                    ofProgram.get().source());
        } else if (Rules.find(reference).isPresent()) {
            rules.add(Markdown.code(reference));
            decided.addAll(findings.ofRule(reference));
            return;
        } else {
            throw new UnknownReference(bug.id(), reference);
        }
        decided.addAll(findings.ofDeviation(reference));
    }

    private void deviation(String id, String releases, String sentence, String source) {
        String where = releases.equals("none") ? " (in no release)" : ", " + releases;
        deviations.add(
                "- Deviation " + Markdown.code(id) + where + (sentence.equals(bug.title()) ? "" : ": " + sentence));
        deviations.add("  - Source: " + source);
    }
}
