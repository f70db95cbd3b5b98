// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.cli.output.Versions;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.corpus.explain.Tracer;
import org.vfiooracle.documents.facts.StrategyTable;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.reports.allure.AllureResults;
import org.vfiooracle.reports.allure.RunFacts;
import org.vfiooracle.reports.allure.ScenarioReports;
import org.vfiooracle.reports.html.LastRun;
import org.vfiooracle.reports.html.ReportFolders;
import org.vfiooracle.reports.sources.Sources;
import org.vfiooracle.steps.run.ScenarioRun;

/** The results of a run, which the report is made from. */
public final class ReportOfRun {
    private final Checkout checkout;
    private final String command;
    private final Path folder;

    /** Prepares to write the results of a run of {@code command}. */
    public ReportOfRun(Checkout checkout, String command) {
        this.checkout = checkout;
        this.command = command;
        this.folder = new ReportFolders(checkout.root()).results();
    }

    /**
     * Writes the results; a run of some scenarios keeps those of the others.
     *
     * @return how many cases have a result now
     */
    public int write(CorpusRecording recording, RunEvidence evidence) {
        Sources sources =
                recording.everything() ? Sources.begin(checkout.root()) : Sources.read(checkout.root(), folder);
        AllureResults results = recording.everything() ? AllureResults.open(folder) : AllureResults.reopen(folder);
        List<PlatformId> platforms = recording.result().platforms();
        Tracer tracer = new Tracer(Platforms.load());
        ScenarioReports reports = new ScenarioReports(platforms, evidence::of, tracer);
        recording.result().runs().forEach(run -> {
            results.scenario(reports.of(run));
            sources.add(run.source(), evidence.totals(run.fixtures()));
        });
        if (recording.everything()) {
            strategies(results, platforms);
        }
        results.run(facts(platforms, sources.evidence()));
        sources.write(folder);
        note(recording);
        return sources.count();
    }

    private void note(CorpusRecording recording) {
        Optional<Instant> began =
                recording.result().runs().stream().map(ScenarioRun::began).min(Instant::compareTo);
        try {
            if (began.isPresent()) {
                LastRun.note(folder, began.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunFacts facts(List<PlatformId> platforms, EvidenceTotals totals) {
        return new RunFacts(command, Versions.oracle(), platforms, totals);
    }

    private static void strategies(AllureResults results, List<PlatformId> platforms) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(StrategyTable.TITLES);
        rows.addAll(new StrategyTable(Platforms.load(), platforms).rows());
        results.table(
                "fallback-container",
                "What each program comes to on each platform",
                "Two groups on two PHBs of the host, in one address space of the guest; see docs/reference/programs/two-groups.md",
                rows);
    }
}
