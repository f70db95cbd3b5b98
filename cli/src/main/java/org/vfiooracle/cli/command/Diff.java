// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.ProgressLine;
import org.vfiooracle.cli.output.Versions;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.corpora.CorpusDiff;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.NotWritable;
import org.vfiooracle.input.OutFolder;
import org.vfiooracle.reports.allure.ComparisonResults;
import org.vfiooracle.terminal.page.Warnings;
import org.vfiooracle.verdict.explain.Explainer;
import org.vfiooracle.verdict.report.ExplainedResult;
import org.vfiooracle.verdict.report.ReportFile;
import org.vfiooracle.verdict.report.ReportFormat;
import org.vfiooracle.verdict.tolerance.Waiver;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares fixtures with recorded answers. */
@Command(
        name = "diff",
        header = Headers.DIFF,
        description = {
            "%nEXPECTED is a fixture or case file, a folder of them (the corpus, one area) or an exported "
                    + "bundle. ACTUAL is the same, or a .jsonl file with an adapter's start message and answers, one "
                    + "per line. Differences of one cause are told once, with the rule behind the expected answer, the state "
                    + "before the call, and the platform or known bug that would have answered so.",
            "%nTwo folders with one platform each are compared case by case, even if the platforms differ.",
            "%nExit code: 0 if everything agrees; 1 if something differs or is missing, or nothing was "
                    + "compared; 2 if the input cannot be read.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle diff fixtures/corpus my-fixtures",
            "  ./oracle diff fixtures/corpus answers.jsonl --strictness structs",
            "  ./oracle diff fixtures/corpus my-fixtures --format junit > results.xml",
            "  ./oracle diff fixtures/corpus answers.jsonl --format allure --out allure-results"
        })
public final class Diff implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Parameters(index = "0", paramLabel = "EXPECTED", description = "Fixtures: a file, a folder or a bundle.")
    private String expected = "";

    @Parameters(index = "1", paramLabel = "ACTUAL", description = "The same, or recorded answers in a .jsonl file.")
    private String actual = "";

    @Option(
            names = "--strictness",
            paramLabel = "HOW",
            defaultValue = "state",
            description =
                    "What to compare: outcome (answers), structs (also output fields), locked (also locked memory), effects (also what the hardware is told) or state (also what is left at the end). Default: ${DEFAULT-VALUE}.")
    private Strictness strictness = Strictness.STATE;

    @Mixin
    private Reporting reporting = new Reporting();

    @Mixin
    private Tolerance tolerance = new Tolerance();

    @Option(names = "--out", paramLabel = "DIR", description = "With --format allure: the results folder to create.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace DIR and everything in it.")
    private boolean force;

    @Option(names = "--calls", description = "Add a table of what was compared, by kind of call.")
    private boolean calls;

    @Override
    public Integer call() {
        if ((reporting.format() == ReportFormat.ALLURE) != (out != null)) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(),
                    reporting.format() == ReportFormat.ALLURE
                            ? "--format allure: expected --out DIR, the folder to make"
                            : "--out works only with --format allure");
        }
        Checkout checkout = shared.checkout();
        if (out != null) {
            OutFolder.at(out, checkout).check(force);
        }
        List<ReportFile> reports = reporting.check(shared, checkout);
        Platforms platforms = Platforms.load();
        List<Waiver> waivers = tolerance.waivers(checkout);
        DiffResult result;
        try (ProgressLine line = shared.progress("comparing")) {
            result = new CorpusDiff(platforms, strictness, tolerance.errors(checkout))
                    .compare(checkout.file(expected), checkout.file(actual), line::count);
        }
        result = Tolerance.judged(result, waivers, checkout, false);
        ExplainedResult findings = ExplainedResult.of(
                        result,
                        Explainer.of(platforms, platforms.corpus(checkout.root())),
                        List.of(),
                        Observes.ALL.within(strictness))
                .of(about(), Map.of());
        String allure = reporting.format() == ReportFormat.ALLURE ? allure(checkout, findings) : "";
        shared.out().print(allure + reporting.printed(findings, Warnings.NONE, calls, checkout));
        shared.out().flush();
        reporting.write(reports, findings, Warnings.NONE, shared, checkout);
        return result.finding() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private Map<String, String> about() {
        return Map.of(
                "oracle", Versions.oracle(),
                "command", "diff " + expected + " " + actual,
                "strictness", strictness.key());
    }

    private String allure(Checkout checkout, ExplainedResult findings) {
        Path folder = Objects.requireNonNull(out);
        try {
            int tests = new ComparisonResults(folder, findings.about())
                    .write(findings.result(), Reporting.report(checkout)::failure);
            return folder + ": " + tests + " cases; to look at them: allure serve " + folder + "\n";
        } catch (UncheckedIOException e) {
            throw new NotWritable(folder, e);
        }
    }
}
