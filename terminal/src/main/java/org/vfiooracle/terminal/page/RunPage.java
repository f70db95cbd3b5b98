// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.Map;
import java.util.function.Function;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.drive.AdapterResults;
import org.vfiooracle.conformance.report.DiffReport;
import org.vfiooracle.conformance.report.Lookup;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.protocol.Announcement;

/** What came of driving an adapter. */
public final class RunPage {
    private final AdapterResults results;
    private final DiffResult result;
    private final DiffReport report;
    private final Warnings warnings;

    /** Prepares to show {@code results}; {@code places} knows where a scenario stands. */
    public RunPage(AdapterResults results, Function<CaseId, String> places, Warnings warnings) {
        this.warnings = warnings;
        this.results = results;
        this.result = results.diff();
        this.report = new DiffReport(Lookup.of(places));
    }

    /** For people: who was asked, what differs, and for each kind of call what was compared. */
    public String text() {
        Announcement who = results.announcement();
        StringBuilder text = new StringBuilder();
        text.append(who.name())
                .append(" (")
                .append(who.version())
                .append(") is ")
                .append(who.platform());
        text.append("\n");
        text.append("it observes ")
                .append(String.join(", ", who.observes().keys()))
                .append("\n\n");
        return text.append(report.textWithCalls(result)).toString();
    }

    /** For programs. */
    public String json() {
        return report.json(result, Map.of("warnings", warnings.json()));
    }

    /** For CI servers. */
    public String junit() {
        return report.junit(result);
    }
}
