// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.advice.bugs.KnownBug;
import org.vfiooracle.documents.facts.BugFacts;

/** A known bug as the pages show it: when, whether a case can show it, its deviations, its scenarios, and who has seen it. */
final class BugRecord {
    private static final String EXPLANATION = "../../explanation/";

    private BugRecord() {}

    /** Returns its lines, with a heading. */
    static List<String> lines(BugFacts facts) {
        KnownBug bug = facts.bug();
        List<String> lines = new ArrayList<>(List.of("", "## " + bug.id() + ". " + bug.title(), ""));
        lines.add("- Releases: " + bug.releases() + " (" + bug.fate() + ")");
        Markdown.item(lines, bug.expressible() ? "Note" : "No case can show it", bug.reason());
        facts.departures().forEach(departure -> departure(lines, departure, bug.title()));
        String rules = facts.rules().stream().map(Markdown::code).collect(joining(", "));
        Markdown.item(lines, facts.rules().size() == 1 ? "Rule" : "Rules", rules);
        Markdown.item(lines, "Scenarios", Markdown.some(facts.scenarios()));
        Markdown.item(lines, "Seen on", facts.kernels());
        if (!bug.upstream().isEmpty()) {
            lines.add("- [To fix upstream](" + EXPLANATION + bug.upstream() + ")");
        }
        return lines;
    }

    private static void departure(List<String> lines, BugFacts.Departure departure, String title) {
        String where = departure.where().startsWith("in ") ? " (" + departure.where() + ")" : ", " + departure.where();
        String sentence = departure.sentence().equals(title) ? "" : ": " + departure.sentence();
        lines.add("- Deviation " + Markdown.code(departure.id()) + where + sentence);
        lines.add("  - Source: " + departure.source());
    }
}
