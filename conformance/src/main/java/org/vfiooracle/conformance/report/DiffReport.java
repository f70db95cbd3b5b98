// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.report;

import java.util.List;
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

    /** Returns what is noteworthy, for people: failures grouped by equal answer, then the summary line. */
    public String text(DiffResult result) {
        return new TextReport(lookup).of(result, false);
    }

    /** Returns the same, with a table of what was compared for each kind of call. */
    public String textWithCalls(DiffResult result) {
        return new TextReport(lookup).of(result, true);
    }

    /** Returns one JSON object. */
    public String json(DiffResult result) {
        return json(result, Map.of());
    }

    /** Returns one JSON object, with {@code more} at its end. */
    public String json(DiffResult result, Map<String, Object> more) {
        return new JsonReport(lookup).of(result, more);
    }

    /** Returns JUnit XML. */
    public String junit(DiffResult result) {
        return new JunitReport(lookup).of(result);
    }

    /** Returns one failure, for people: where, what and why. */
    public String failure(Comparison comparison) {
        return String.join(
                "\n", new FailureText(lookup).lines(new FailureGroup(comparison, List.of(comparison.platform()))));
    }

    /** Returns one line with the counts. */
    public String summary(DiffResult result) {
        return SummaryLine.of(result) + "\n";
    }
}
