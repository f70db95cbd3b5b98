// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.Map;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;

/** Makes reports of a result; each ends in LF. */
public final class DiffReport {
    private final Lookup lookup;

    /** Prepares to make reports. */
    public DiffReport(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Returns what is noteworthy, for people: failures grouped by cause, then the summary line. */
    public String text(ExplainedResult findings, Shade shade) {
        return new TextReport(lookup, shade).of(findings, false);
    }

    /** Returns the same, with a table of what was compared for each kind of call. */
    public String textWithCalls(ExplainedResult findings, Shade shade) {
        return new TextReport(lookup, shade).of(findings, true);
    }

    /** Returns one JSON object, with {@code more} at its end. */
    public String json(ExplainedResult findings, Map<String, Object> more) {
        return new JsonReport(lookup).of(findings, more);
    }

    /** Returns JUnit XML. */
    public String junit(ExplainedResult findings) {
        return new JunitReport(lookup).of(findings);
    }

    /** Returns a stream of the Test Anything Protocol. */
    public String tap(ExplainedResult findings) {
        return new TapReport(lookup).of(findings);
    }

    /** Returns a page of Markdown. */
    public String markdown(ExplainedResult findings) {
        return new MarkdownReport(lookup).of(findings);
    }

    /**
     * Returns a SARIF log.
     *
     * @param version of the oracle
     */
    public String sarif(ExplainedResult findings, String version) {
        return new SarifReport(lookup, version).of(findings);
    }

    /** Returns annotations of GitHub, a line for each cause. */
    public String github(ExplainedResult findings) {
        return new GithubReport(lookup).of(findings);
    }

    /** Returns one failure, for people: where, what and why. */
    public String failure(Comparison comparison) {
        return String.join("\n", new FailureText(lookup).lines(comparison));
    }

    /** Returns one line with the counts. */
    public String summary(DiffResult result) {
        return SummaryLine.of(result) + "\n";
    }
}
