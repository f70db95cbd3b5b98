// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.verdict.cause.CauseGroup;

/** A result for people: what failed, then what is noteworthy, then the counts. */
final class TextReport {
    private static final int SHOWN = 10;

    private final FailureText failures;
    private final List<String> lines = new ArrayList<>();

    private final Shade shade;

    TextReport(Lookup lookup, Shade shade) {
        this.failures = new FailureText(lookup, shade);
        this.shade = shade;
    }

    /** Returns the report; {@code calls} adds the table of what was compared per kind of call. */
    String of(ExplainedResult findings, boolean calls) {
        DiffResult result = findings.result();
        findings.behaviour().ifPresent(behaviour -> {
            lines.add(shade.doubtful(ExplanationText.behaviour(behaviour)));
            lines.add("");
        });
        for (CauseGroup group : findings.groups()) {
            lines.addAll(failures.lines(group, findings));
            lines.add("");
        }
        keys("no answer to", result.missing());
        keys("an answer, but no fixture", result.extra());
        fixed(result);
        skipped(result);
        waived(result);
        lines.addAll(NotReached.lines(result.comparisons()));
        if (calls && result.statistics().total() > 0) {
            lines.addAll(CallTable.lines(result.statistics()));
            lines.add("");
        }
        result.notes().forEach(note -> lines.add("note: " + note));
        lines.add(result.finding() ? shade.bad(SummaryLine.of(result)) : shade.good(SummaryLine.of(result)));
        return String.join("\n", lines) + "\n";
    }

    private void keys(String what, List<FixtureName> keys) {
        if (keys.isEmpty()) {
            return;
        }
        lines.add(what + ":");
        keys.stream().limit(SHOWN).forEach(key -> lines.add("  @" + key));
        more(keys.size());
    }

    private void fixed(DiffResult result) {
        SortedMap<String, List<Comparison>> byDeviation = new TreeMap<>();
        for (Comparison comparison : with(result, Verdict.FIXED)) {
            byDeviation
                    .computeIfAbsent(String.join(" and ", comparison.fixedBy()), key -> new ArrayList<>())
                    .add(comparison);
        }
        list("answers as intended, where the release has a bug: ", byDeviation);
    }

    private void skipped(DiffResult result) {
        SortedMap<String, List<Comparison>> byReason = new TreeMap<>();
        for (Comparison comparison : with(result, Verdict.SKIPPED)) {
            byReason.computeIfAbsent(comparison.reason(), key -> new ArrayList<>())
                    .add(comparison);
        }
        list("skipped: ", byReason);
    }

    private void waived(DiffResult result) {
        SortedMap<String, List<Comparison>> byReason = new TreeMap<>();
        for (Comparison comparison : with(result, Verdict.WAIVED)) {
            byReason.computeIfAbsent(comparison.reason(), key -> new ArrayList<>())
                    .add(comparison);
        }
        list("waived: ", byReason);
        if (!result.objections().isEmpty()) {
            result.objections().forEach(one -> lines.add(shade.bad(one.place() + ": " + one.text())));
            lines.add("");
        }
    }

    private void list(String what, SortedMap<String, List<Comparison>> groups) {
        groups.forEach((why, group) -> {
            lines.add(what + why);
            group.stream()
                    .limit(SHOWN)
                    .forEach(comparison -> lines.add("  " + failures.heading(comparison.id(), comparison.platform())));
            more(group.size());
        });
    }

    private void more(int size) {
        if (size > SHOWN) {
            lines.add("  and " + (size - SHOWN) + " more");
        }
        lines.add("");
    }

    private static List<Comparison> with(DiffResult result, Verdict verdict) {
        return result.comparisons().stream()
                .filter(comparison -> comparison.verdict() == verdict)
                .toList();
    }
}
