// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.verdict.cause.CauseGroup;

/** A result as a page of Markdown: the counts, the causes as a table, and the example of each cause folded. */
final class MarkdownReport {
    private static final int CAUSES = 30;
    private static final int CASES = 100;

    private final FailureText failures;
    private final List<String> lines = new ArrayList<>();

    MarkdownReport(Lookup lookup) {
        this.failures = new FailureText(lookup);
    }

    String of(ExplainedResult findings) {
        DiffResult result = findings.result();
        lines.add("## " + (result.finding() ? "❌" : "✅") + " VFIO conformance");
        lines.add("");
        findings.about().forEach((name, value) -> lines.add("- " + name + ": " + code(value)));
        lines.add("- " + SummaryLine.of(result));
        findings.behaviour().ifPresent(behaviour -> lines.add("- " + escaped(ExplanationText.behaviour(behaviour))));
        result.notes().forEach(note -> lines.add("- note: " + escaped(note)));
        if (!findings.groups().isEmpty()) {
            causes(findings);
        }
        names("No answer", result.missing());
        names("An answer, but no fixture", result.extra());
        waived(result);
        if (!result.objections().isEmpty()) {
            lines.addAll(List.of("", "### Objections to waivers", ""));
            result.objections().forEach(one -> lines.add("- " + code(one.place()) + ": " + escaped(one.text())));
        }
        return String.join("\n", lines) + "\n";
    }

    private void causes(ExplainedResult findings) {
        lines.addAll(List.of("", "| cases | what differs | rule |", "|--:|---|---|"));
        findings.groups().stream().limit(CAUSES).forEach(group -> lines.add(row(group)));
        if (findings.groups().size() > CAUSES) {
            lines.addAll(List.of("", "and " + (findings.groups().size() - CAUSES) + " more causes"));
        }
        findings.groups().stream().limit(CAUSES).forEach(group -> details(group, findings));
    }

    private static String row(CauseGroup group) {
        String rule = group.cause().rule();
        return "| " + group.platforms().size() + " | " + code(group.cause().text()) + " | "
                + (rule.isEmpty() ? "" : code(rule)) + " |";
    }

    private void details(CauseGroup group, ExplainedResult findings) {
        Comparison example = group.example();
        String title = failures.heading(example.id(), example.platform());
        lines.addAll(List.of("", "<details><summary>" + html(title) + "</summary>", "", "```text"));
        failures.lines(group, findings).forEach(line -> lines.add(line.replace("```", "~~~")));
        lines.addAll(List.of("```", "</details>"));
    }

    private void names(String title, List<FixtureName> names) {
        if (!names.isEmpty()) {
            lines.addAll(List.of("", "### " + title, ""));
            names.stream().limit(CASES).forEach(name -> lines.add("- " + code("@" + name)));
            if (names.size() > CASES) {
                lines.add("- and " + (names.size() - CASES) + " more");
            }
        }
    }

    private void waived(DiffResult result) {
        List<Comparison> waived = result.comparisons().stream()
                .filter(one -> one.verdict() == Verdict.WAIVED)
                .toList();
        if (!waived.isEmpty()) {
            lines.addAll(List.of("", "### Waived", ""));
            waived.stream()
                    .limit(CASES)
                    .forEach(one -> lines.add("- " + code("@" + one.id()) + ": " + escaped(one.reason())));
        }
    }

    /** A cell of a table ends at a bar, and code at a backtick. */
    private static String code(String text) {
        return "`" + text.replace("|", "\\|").replace("`", "'").lines().collect(Collectors.joining(" ")) + "`";
    }

    private static String escaped(String text) {
        return html(text)
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .lines()
                .collect(Collectors.joining(" "));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
