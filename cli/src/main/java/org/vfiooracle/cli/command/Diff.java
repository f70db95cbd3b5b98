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
            "%nEXPECTED is a fixture or case file, a folder of them (the corpus, an area) or an exported bundle."
                    + " ACTUAL is the same, or a .jsonl file: the start message of an adapter and its answers, one on each"
                    + " line. Equal differences on several platforms are told once, with the rule that decided what was"
                    + " expected.",
            "%nTwo folders of one platform each are compared case by case, whatever the platforms. Exit 0 when all agree,"
                    + " 1 when something differs, is missing, or nothing was compared, 2 when something cannot be"
                    + " read.%n"
        },
        footerHeading = "%nExample:%n",
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

    @Parameters(index = "1", paramLabel = "ACTUAL", description = "The same, or answers in a .jsonl file.")
    private String actual = "";

    @Option(
            names = "--strictness",
            paramLabel = "HOW",
            defaultValue = "state",
            description = "outcome: answers; structs: out-fields, too; state: also locked memory, effects and what is"
                    + " left at the end.")
    private Strictness strictness = Strictness.STATE;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How to write the findings: ${COMPLETION-CANDIDATES}.")
    private DiffFormat format = DiffFormat.TEXT;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "With --format allure: the folder to make, for the allure program.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace DIR, with all that is in it.")
    private boolean force;

    @Option(names = "--calls", description = "Add a table of what was compared per kind of call.")
    private boolean calls;

    @Override
    public Integer call() {
        if ((format == DiffFormat.ALLURE) != (out != null)) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(),
                    format == DiffFormat.ALLURE
                            ? "--format allure: expected --out DIR, the folder to make"
                            : "--out: goes with --format allure");
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
