// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.recording.CorpusRecording;
import org.vfiooracle.cli.recording.ReportOfRun;
import org.vfiooracle.cli.recording.RunEvidence;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.CorpusWrite;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.reports.html.HtmlReport;
import org.vfiooracle.terminal.page.RecordPage;
import org.vfiooracle.terminal.page.ReportLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs scenarios on the model and writes their fixtures and the report. */
@Command(
        name = "record",
        header = Headers.RECORD,
        description = {
            "%nRuns each scenario on every platform of the corpus, and writes what the model answers to "
                    + "fixtures/corpus. Only files that change are written, and either all of them or none, even if the "
                    + "command is killed. A failing scenario is printed, and its fixtures stay as they are.",
            "%nThen rebuilds the report in reports/html. If only some scenarios were selected, their results "
                    + "are kept for the next 'oracle report' instead, because a report takes longer than a scenario.",
            "%nExit code: 0 if all scenarios pass; 1 if one fails.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./oracle record", "  ./oracle record @ATTACH-036"})
public final class Record implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Mixin
    private Chosen chosen = new Chosen();

    @Option(names = "--report", description = "Rebuild the report even if only some scenarios are selected.")
    private boolean withReport;

    @Option(names = "--no-report", description = "Do not touch the report or its results.")
    private boolean noReport;

    @Option(names = "--workers", paramLabel = "N", description = "Number of threads; does not affect the fixtures.")
    private @Nullable Integer workers;

    @Override
    public Integer call() {
        if (workers != null && workers < 1) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(), "--workers: expected 1 or more, found " + workers);
        }
        if (withReport && noReport) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(), "--report: expected this or --no-report, found both");
        }
        Checkout checkout = shared.checkout();
        Corpus corpus = shared.corpus(checkout);
        CorpusRecording recording =
                CorpusRecording.run(checkout, chosen.typed(), workers, shared.progress("recording"));
        CorpusWrite write = CorpusWrite.plan(corpus, recording.result().fixtures(), recording::responsible);
        write.apply().ifPresent(what -> shared.err().println(what));
        RunEvidence evidence = RunEvidence.of(checkout, recording);
        ReportLine line = report(checkout, recording, evidence);
        EvidenceTotals totals = evidence.totals(recording.result().fixtures());
        formatted.print(new RecordPage(recording.result(), write, totals, line), shared.out());
        return recording.result().passed() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private ReportLine report(Checkout checkout, CorpusRecording recording, RunEvidence evidence) {
        if (noReport) {
            return new ReportLine.Unwanted();
        }
        int results = new ReportOfRun(checkout, "record").write(recording, evidence);
        return recording.everything() || withReport
                ? new ReportLine.Made(checkout.shown(HtmlReport.build(checkout.root())))
                : new ReportLine.Written(recording.result().runs().size(), results);
    }
}
