// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.ProgressLine;
import org.vfiooracle.cli.output.Versions;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.ModelRepair;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.conformance.drive.AdapterCommand;
import org.vfiooracle.conformance.drive.AdapterResults;
import org.vfiooracle.conformance.drive.AdapterRun;
import org.vfiooracle.conformance.drive.AlteredExpectations;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.conformance.drive.CorpusExpectations;
import org.vfiooracle.conformance.drive.Expectations;
import org.vfiooracle.conformance.drive.Expected;
import org.vfiooracle.conformance.drive.KeptAnswers;
import org.vfiooracle.conformance.drive.LedgerEntry;
import org.vfiooracle.conformance.drive.MoreExpectations;
import org.vfiooracle.conformance.drive.RunProgress;
import org.vfiooracle.conformance.drive.Shard;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureHash;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.FixtureChoice;
import org.vfiooracle.input.NotWritable;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.terminal.page.RunPage;
import org.vfiooracle.terminal.page.Warnings;
import org.vfiooracle.verdict.explain.Explainer;
import org.vfiooracle.verdict.report.CaseTimes;
import org.vfiooracle.verdict.report.ExplainedResult;
import org.vfiooracle.verdict.report.ReportFile;
import org.vfiooracle.verdict.report.ReportFormat;
import org.vfiooracle.verdict.tolerance.Waiver;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drives an implementation through fixtures. */
@Command(
        name = "run",
        header = Headers.RUN,
        description = {
            "%nStarts the adapter, asks which platform it is, sends it the cases of that platform's fixtures, "
                    + "and compares the answers part by part. What the adapter cannot observe is reported as not "
                    + "compared, and never counts as agreeing.",
            "%nA crash, a hang or an unreadable answer is charged to the case in which it happened, and the "
                    + "adapter is restarted for the rest. If the adapter announces a point release that the corpus does "
                    + "not pin, its answers are compared with the model's prediction for that release, and the run is "
                    + "marked as unpinned. Known bugs of the release that the cases meet are told as warnings.",
            "%nDifferences of one cause are told once, with the state before the call, the shortest case that shows "
                    + "it, and the platform or known bug that would have answered so.",
            "%nExit code: 0 if everything agrees; 1 if something differs or nothing was compared; 3 if the "
                    + "implementation broke.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle run --adapter adapters/linux/powernv9",
            "  ./oracle run --adapter 'adapters/linux/powernv9 --keep-console boot.log' @ATTACH-036 --format junit",
            "  ./oracle run --adapter adapters/linux/powernv9 --write junit=results.xml --write sarif=results.sarif",
            "  ./oracle run --adapter adapters/linux/powernv9 --ledger",
            "  ./oracle run --adapter adapters/linux/powernv9 --keep answers.jsonl attach"
        })
public final class Run implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Option(names = "--adapter", paramLabel = "CMD", required = true, description = "The adapter, as a shell command.")
    private String adapter = "";

    @Parameters(
            paramLabel = "FIXTURE",
            arity = "0..*",
            description =
                    "Only these: @ID, ID.ROW, an area, or files. A case of a file that the corpus does not have is compared "
                            + "with what the model predicts. All of the platform when none is named.")
    private List<String> which = List.of();

    @Option(
            names = "--changed",
            description = "Only fixtures that no machine has confirmed in their current form (see fixtures/evidence).")
    private boolean changed;

    @Option(names = "--shard", paramLabel = "I/N", description = "Run only part I of N; the split is always the same.")
    private @Nullable String shard;

    @Option(
            names = "--strictness",
            paramLabel = "HOW",
            defaultValue = "state",
            description =
                    "What to compare: outcome (answers), structs (also output fields), locked (also locked memory), effects (also what the hardware is told) or state (also what is left at the end). Default: ${DEFAULT-VALUE}.")
    private Strictness strictness = Strictness.STATE;

    @Mixin
    private Performing performing = new Performing();

    @Mixin
    private Deciding deciding = new Deciding();

    @Mixin
    private Starting starting = new Starting();

    @Mixin
    private Reporting reporting = new Reporting();

    @Option(
            names = "--ledger",
            description = "Record which fixtures the implementation confirms; they count as observed.")
    private boolean ledger;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Save the adapter's answers to this .jsonl file, for 'oracle diff'.")
    private @Nullable Path keep;

    @Mixin
    private Tolerance tolerance = new Tolerance();

    @Mixin
    private Deviating deviating = new Deviating();

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        List<ReportFile> reports = reporting.check(shared, checkout);
        if (reporting.format() == ReportFormat.ALLURE) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(), "--format: Allure results are a folder: --write allure=DIR");
        }
        List<Waiver> waivers = tolerance.waivers(checkout);
        Platforms platforms = Platforms.load();
        CaseTimes times = new CaseTimes(System::nanoTime);
        Corpus corpus = shared.corpus(checkout);
        AdapterRun run = new AdapterRun(
                altered(platforms, corpus, checkout),
                strictness,
                new ModelRepair(platforms),
                part(),
                performing.calls(),
                tolerance.errors(checkout));
        AdapterCommand command =
                starting.command(adapter, checkout.root(), line -> shared.err().println(line));
        AdapterResults results;
        try (ProgressLine line = shared.progress("replaying");
                KeptAnswers kept = kept()) {
            List<RunProgress> watching =
                    kept == null ? List.of(times, new Watch(line)) : List.of(times, kept, new Watch(line));
            results = run.drive(command, RunProgress.all(watching));
        }
        Warnings warnings = deviating.any() ? Warnings.NONE : trouble(checkout, platforms, corpus, results);
        boolean whole = which.isEmpty() && shard == null && !changed && !deciding.any() && !performing.any();
        DiffResult result = Tolerance.judged(results.diff(), waivers, checkout, whole);
        ExplainedResult findings =
                findings(platforms, checkout, results, result).of(about(results), times.times());
        print(checkout, results, findings, warnings);
        reporting.write(reports, findings, warnings, shared, checkout);
        if (ledger) {
            shared.err().println(new LedgerEntry(corpus, results).write());
        }
        if (broke(result)) {
            return ExitCode.BROKEN_IMPLEMENTATION;
        }
        boolean nothingToDo = results.results().isEmpty() && changed;
        return nothingToDo || !result.finding() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    /** The known bugs of the announced release that the performed calls meet, those included that stop its kernel. */
    private static Warnings trouble(Checkout checkout, Platforms platforms, Corpus corpus, AdapterResults results) {
        KnownTrouble trouble = new KnownTrouble(checkout, platforms);
        trouble.ofKernels(results.results());
        results.expected().notPredicted().keySet().stream()
                .filter(id -> !corpus.ids(id.toString()).isEmpty())
                .forEach(id -> trouble.unanswered(
                        corpus.read(id).performed(), results.announcement().platform()));
        return trouble.warnings();
    }

    private @Nullable KeptAnswers kept() {
        if (keep == null) {
            return null;
        }
        if (!keep.toString().endsWith(".jsonl")) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(),
                    "--keep: expected a name that ends in .jsonl, by which diff knows it, found \"" + keep + "\"");
        }
        try {
            return KeptAnswers.in(keep);
        } catch (UncheckedIOException e) {
            throw new NotWritable(keep, e);
        }
    }

    /** The corpus, or what the model says once the expected deviations are others than those of the release. */
    private Expectations altered(Platforms platforms, Corpus corpus, Checkout checkout) {
        Predicate<Fixture> wanted =
                new FixtureChoice(checkout, which).fixtures().and(deciding.fixtures());
        if (changed) {
            Ledgers ledgers = Ledgers.read(checkout.root());
            wanted = wanted.and(fixture -> ledgers.witnesses(FixtureName.of(fixture), FixtureHash.of(fixture))
                    .isEmpty());
        }
        Expectations recorded = new CorpusExpectations(
                platforms, platforms.corpus(checkout.root()), id -> fixtures(corpus, id), wanted);
        List<Case> own = new FixtureChoice(checkout, which).others();
        if (ledger && !own.isEmpty()) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(),
                    "--ledger: only fixtures of the corpus can be confirmed, found @"
                            + own.get(0).id());
        }
        Expectations all = own.isEmpty() ? recorded : new MoreExpectations(recorded, platforms, own);
        return deviating.any() ? new AlteredExpectations(all, platforms, deviating.more(), deviating.fewer()) : all;
    }

    private static List<Fixture> fixtures(Corpus corpus, PlatformId platform) {
        return corpus.fixtures(platform).toList();
    }

    private Shard part() {
        try {
            return shard == null ? Shard.WHOLE : Shard.parse(shard);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(shared.commandLine(), "--shard: " + e.getMessage(), e);
        }
    }

    private static boolean broke(DiffResult result) {
        return result.comparisons().stream()
                .map(Comparison::verdict)
                .anyMatch(verdict -> verdict == Verdict.CRASHED || verdict == Verdict.TIMED_OUT);
    }

    private ExplainedResult findings(
            Platforms platforms, Checkout checkout, AdapterResults results, DiffResult judged) {
        Explainer explainer = new Explainer(
                platforms, platforms.corpus(checkout.root()), id -> deviating.machine(platforms.profile(id)));
        List<Fixture> conforming = results.results().stream()
                .filter(result -> result.comparison().verdict() == Verdict.CONFORMS)
                .map(CaseResult::fixture)
                .toList();
        return ExplainedResult.of(
                judged, explainer, conforming, results.announcement().observes().within(strictness));
    }

    private Map<String, String> about(AdapterResults results) {
        Announcement who = results.announcement();
        return Map.of(
                "adapter", who.name() + " " + who.version(),
                "platform", who.platform().toString(),
                "observes", String.join(", ", who.observes().keys()),
                "strictness", strictness.key(),
                "oracle", Versions.oracle());
    }

    private void print(Checkout checkout, AdapterResults results, ExplainedResult findings, Warnings warnings) {
        if (reporting.format() == ReportFormat.TEXT) {
            new RunPage(results).head().forEach(line -> shared.out().print(line + "\n"));
        }
        shared.out().print(reporting.printed(findings, warnings, true, checkout));
        shared.out().flush();
        if (reporting.format() != ReportFormat.JSON) {
            shared.warn(warnings);
        }
    }

    /** Shows how far a run has got. */
    private record Watch(ProgressLine line) implements RunProgress {
        @Override
        public void started(Announcement announcement, Expected expected, int cases) {
            line.show(0, cases);
        }

        @Override
        public void ended(CaseResult result, int done, int cases) {
            line.show(done, cases);
        }
    }
}
