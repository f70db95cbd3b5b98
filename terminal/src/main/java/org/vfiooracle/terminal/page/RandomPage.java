// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.conformance.compare.Statistics;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.conformance.drive.AdapterResults;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.conformance.random.RandomCases;
import org.vfiooracle.conformance.random.Signature;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.wording.CallText;
import org.vfiooracle.corpus.evidence.RandomEvidence;
import org.vfiooracle.protocol.message.Announcement;

/**
 * What came of asking random cases.
 *
 * @param seed where chance began
 * @param length the most operations of a case
 * @param boots how many of the cases had a boot of their own
 * @param results all of them
 * @param found one case of each kind of difference
 * @param files where those were written, in the same order
 * @param notModelled what the model had no answer to
 */
public record RandomPage(
        long seed,
        int length,
        int boots,
        AdapterResults results,
        SortedMap<Signature, CaseResult> found,
        List<String> files,
        List<String> notModelled) {
    private static final int REASONS = 8;

    /** For people: what differs, and what was compared. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        int i = 0;
        for (var finding : found.entrySet()) {
            lines.add(finding.getKey().toString());
            lines.addAll(steps(finding.getValue()));
            lines.add("  case: " + files.get(i++));
            lines.add("");
        }
        notModelled.stream().limit(REASONS).forEach(lines::add);
        Statistics statistics = results.statistics();
        List<String> verdicts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (statistics.count(verdict) > 0) {
                verdicts.add(statistics.count(verdict) + " " + verdict.key());
            }
        }
        Announcement who = results.announcement();
        lines.add(who.name() + " is " + who.platform() + ", seed " + seed + ", length " + length + ": "
                + statistics.total() + " cases" + (boots > 0 ? " (" + boots + " each on a fresh boot)" : "") + ", "
                + statistics.operationsCompared() + " operations compared: "
                + String.join(", ", verdicts)
                + (statistics.operationsNotReached() > 0
                        ? "; " + statistics.operationsNotReached() + " operations not reached"
                        : ""));
        results.results().stream()
                .filter(result -> result.comparison().verdict() == Verdict.SKIPPED)
                .map(result -> result.comparison().reason())
                .distinct()
                .limit(REASONS)
                .forEach(reason -> lines.add("  skipped: " + reason));
        return lines;
    }

    /** What the ledger keeps of it. */
    public RandomEvidence evidence() {
        Statistics statistics = results.statistics();
        return new RandomEvidence(
                RandomCases.GENERATOR,
                seed,
                length,
                statistics.total(),
                statistics.operationsCompared(),
                boots,
                found.size(),
                Optional.empty());
    }

    private static List<String> steps(CaseResult result) {
        List<String> lines = new ArrayList<>();
        List<Difference> differences = result.comparison().differences();
        int number = 0;
        for (RecordedStep step : result.fixture().steps()) {
            number++;
            lines.add("  " + number + "  " + CallText.of(step.operation(), step.outcome()));
            for (Difference difference : differences) {
                if (difference.step() == number) {
                    lines.add("       " + difference.statement() + ", rule " + difference.rule());
                }
            }
        }
        if (!result.comparison().reason().isEmpty()) {
            lines.add("     " + result.comparison().reason());
        }
        return lines;
    }
}
