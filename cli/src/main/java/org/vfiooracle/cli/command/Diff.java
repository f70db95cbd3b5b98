// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.input.Checkout;
import org.vfiooracle.cli.input.FeaturePlaces;
import org.vfiooracle.cli.input.NotWritable;
import org.vfiooracle.cli.input.OutFolder;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.ProgressLine;
import org.vfiooracle.cli.output.Versions;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.corpora.CorpusDiff;
import org.vfiooracle.conformance.report.DiffReport;
import org.vfiooracle.conformance.report.Lookup;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.reports.allure.ComparisonResults;
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
                    + "per line. A difference that several platforms share is printed once, with the rule behind the "
                    + "expected answer.",
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
    private enum DiffFormat {
        TEXT,
        JSON,
        JUNIT,
        ALLURE,
        SUMMARY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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
                    "What to compare: outcome (answers), structs (also output fields) or state (also locked memory, effects and the final state). Default: ${DEFAULT-VALUE}.")
    private Strictness strictness = Strictness.STATE;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output format: ${COMPLETION-CANDIDATES}.")
    private DiffFormat format = DiffFormat.TEXT;

    @Option(names = "--out", paramLabel = "DIR", description = "With --format allure: the results folder to create.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace DIR and everything in it.")
    private boolean force;

    @Option(names = "--calls", description = "Add a table of what was compared, by kind of call.")
    private boolean calls;

    @Override
    public Integer call() {
        if ((format == DiffFormat.ALLURE) != (out != null)) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(),
                    format == DiffFormat.ALLURE
                            ? "--format allure: expected --out DIR, the folder to make"
                            : "--out works only with --format allure");
        }
        Checkout checkout = shared.checkout();
        if (out != null) {
            OutFolder.at(out, checkout).check(force);
        }
        DiffResult result;
        try (ProgressLine line = shared.progress("comparing")) {
            result = new CorpusDiff(Platforms.load(), strictness)
                    .compare(checkout.file(expected), checkout.file(actual), line::count);
        }
        DiffReport report = new DiffReport(Lookup.of(FeaturePlaces.of(checkout)));
        shared.out().print(text(report, result));
        shared.out().flush();
        return result.finding() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private String text(DiffReport report, DiffResult result) {
        return switch (format) {
            case TEXT -> calls ? report.textWithCalls(result) : report.text(result);
            case JSON -> report.json(result);
            case JUNIT -> report.junit(result);
            case ALLURE -> allure(report, result) + report.summary(result);
            case SUMMARY -> report.summary(result);
        };
    }

    private String allure(DiffReport report, DiffResult result) {
        Path folder = Objects.requireNonNull(out);
        Map<String, String> environment = Map.of(
                "Oracle",
                Versions.oracle(),
                "Command",
                "diff " + expected + " " + actual,
                "Strictness",
                strictness.toString());
        try {
            int tests = new ComparisonResults(folder, environment).write(result, report::failure);
            return folder + ": " + tests + " cases; to look at them: allure serve " + folder + "\n";
        } catch (UncheckedIOException e) {
            throw new NotWritable(folder, e);
        }
    }
}
