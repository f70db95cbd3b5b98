// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Objection;
import org.vfiooracle.verdict.cause.CauseGroup;

/** A result as workflow commands of GitHub: an error for each cause, since a step shows ten, and a notice with the counts. */
final class GithubReport {
    private final Lookup lookup;
    private final FailureText failures;
    private final List<String> lines = new ArrayList<>();

    GithubReport(Lookup lookup) {
        this.lookup = lookup;
        this.failures = new FailureText(lookup);
    }

    String of(ExplainedResult findings) {
        DiffResult result = findings.result();
        findings.groups().forEach(group -> cause(group, findings));
        if (!result.missing().isEmpty()) {
            error(
                    "",
                    "no answer",
                    "no answer to " + result.missing().size() + " fixtures, first to @"
                            + result.missing().get(0));
        }
        if (!result.extra().isEmpty()) {
            error(
                    "",
                    "no fixture",
                    "no fixture for " + result.extra().size() + " answers, first for @"
                            + result.extra().get(0));
        }
        for (Objection one : result.objections()) {
            String where = "file=" + property(one.file()) + ",line=" + one.line() + ",col=" + one.column() + ",";
            error(where, "waiver", one.text());
        }
        lines.add("::notice title=vfio-oracle::" + data(SummaryLine.of(result)));
        return String.join("\n", lines) + "\n";
    }

    private void cause(CauseGroup group, ExplainedResult findings) {
        Comparison example = group.example();
        String where = ReportPlace.of(lookup.place().apply(example.id()))
                .map(place -> "file=" + property(place.file()) + ",line=" + place.line() + ",")
                .orElse("");
        List<String> text = failures.lines(group, findings);
        error(where, "@" + example.id() + " " + example.platform(), String.join("\n", text.subList(1, text.size())));
    }

    private void error(String where, String title, String text) {
        lines.add("::error " + where + "title=" + property(title) + "::" + data(text));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
