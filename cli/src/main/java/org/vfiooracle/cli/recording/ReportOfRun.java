// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.cli.input.Checkout;
import org.vfiooracle.cli.output.Versions;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.evidence.Evidence;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.reports.allure.AllureResults;
import org.vfiooracle.reports.allure.RunFacts;
import org.vfiooracle.reports.allure.ScenarioReports;
import org.vfiooracle.reports.docs.StrategiesPage;
import org.vfiooracle.reports.html.HtmlReport;
import org.vfiooracle.reports.html.ReportFolders;
import org.vfiooracle.steps.RecordingResult;

/** Makes the report of a run. */
public final class ReportOfRun {
    private final Checkout checkout;
    private final String command;

    /** Prepares to report a run of {@code command}. */
    public ReportOfRun(Checkout checkout, String command) {
        this.checkout = checkout;
        this.command = command;
    }

    /**
     * Makes the report; a run of some scenarios keeps what it says of the others.
     *
     * @return the file to open
     */
    public Path of(CorpusRecording recording) {
        RecordingResult result = recording.result();
        Ledgers ledgers = Ledgers.read(checkout.root());
        Path folder = new ReportFolders(checkout.root()).results();
        AllureResults results = recording.everything() ? AllureResults.open(folder) : AllureResults.reopen(folder);
        ScenarioReports reports = new ScenarioReports(
                result.platforms(), fixture -> Evidence.of(fixture, ledgers).toString());
        result.runs().forEach(run -> results.scenario(reports.of(run)));
        results.table(
                "fallback-container",
                "What each program comes to on each platform",
                "Two groups on two PHBs of the host, in one address space of the guest; see docs/strategies.md",
                strategies(result.platforms()));
        EvidenceTotals totals = EvidenceTotals.of(result.fixtures(), ledgers);
        results.run(new RunFacts(
                command,
                Versions.oracle(),
                result.platforms(),
                totals.total(),
                totals.observed(),
                totals.read(),
                totals.inferred()));
        return HtmlReport.build(checkout.root());
    }

    private static List<List<String>> strategies(List<PlatformId> platforms) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(StrategiesPage.TITLES);
        rows.addAll(new StrategiesPage(Platforms.load(), platforms).rows());
        return rows;
    }
}
