// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.Versions;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.corpus.journal.AtomicFile;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.FeaturePlaces;
import org.vfiooracle.input.NotWritable;
import org.vfiooracle.input.OutFolder;
import org.vfiooracle.input.PictureFile;
import org.vfiooracle.input.WritableFolder;
import org.vfiooracle.reports.allure.ComparisonResults;
import org.vfiooracle.reports.picture.BeforeAfter;
import org.vfiooracle.terminal.page.Warnings;
import org.vfiooracle.verdict.cause.CauseGroup;
import org.vfiooracle.verdict.report.DiffReport;
import org.vfiooracle.verdict.report.ExplainedResult;
import org.vfiooracle.verdict.report.Lookup;
import org.vfiooracle.verdict.report.ReportFile;
import org.vfiooracle.verdict.report.ReportFormat;
import org.vfiooracle.verdict.report.Shade;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The choice of reports of a comparison: one on standard output, and others in files. */
final class Reporting {
    /** The system property in which the launcher says that somebody reads stdout on a terminal. */
    private static final String READ = "vfiooracle.coloured";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "What to print: ${COMPLETION-CANDIDATES}. Text is coloured on a terminal, unless NO_COLOR is set.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--write",
            paramLabel = "FORMAT=FILE",
            description =
                    "Also write a report in this format into a file (allure: into a new folder). Can be repeated.")
    private List<String> files = List.of();

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description =
                    "Also draw the first difference: the call as expected, with the states before and after it, as SVG.")
    private @Nullable Path picture;

    @Option(
            names = "--cases",
            paramLabel = "DIR",
            description = "Also write the shortest case of each cause into this folder; run and predict accept them.")
    private @Nullable Path cases;

    /** What is printed. */
    ReportFormat format() {
        return format;
    }

    /**
     * Makes sure, before anything runs, that the reports can be written.
     *
     * @return the reports to write
     */
    List<ReportFile> check(Shared shared, Checkout checkout) {
        List<ReportFile> reports = new ArrayList<>();
        for (String text : files) {
            ReportFile report;
            try {
                report = ReportFile.parse(text);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.ParameterException(shared.commandLine(), "--write: " + e.getMessage(), e);
            }
            report.refusal().ifPresent(why -> {
                throw new CommandLine.ParameterException(shared.commandLine(), "--write: " + why);
            });
            if (report.format() == ReportFormat.ALLURE && !report.replacesResults()) {
                OutFolder.at(report.file(), checkout).check(false);
            }
            reports.add(report);
        }
        Optional.ofNullable(picture).ifPresent(PictureFile::of);
        Optional.ofNullable(cases).ifPresent(folder -> WritableFolder.require(folder, folder));
        return reports;
    }

    /** Writes all reports but the one that is printed. */
    void write(
            List<ReportFile> reports, ExplainedResult findings, Warnings warnings, Shared shared, Checkout checkout) {
        DiffReport report = report(checkout);
        for (ReportFile one : reports) {
            try {
                if (one.format() == ReportFormat.ALLURE) {
                    new ComparisonResults(one.file(), environment(findings)).write(findings.result(), report::failure);
                } else {
                    one.write(text(one.format(), findings, warnings, report, false, Shade.PLAIN));
                }
            } catch (UncheckedIOException e) {
                throw new NotWritable(one.file(), e);
            }
            shared.say("wrote " + one.file());
        }
        if (cases != null) {
            write(cases, findings, shared);
        }
        if (picture != null) {
            draw(picture, findings, shared);
        }
    }

    /** Returns what is printed, except for Allure. */
    String printed(ExplainedResult findings, Warnings warnings, boolean calls, Checkout checkout) {
        return text(format, findings, warnings, report(checkout), calls, shade());
    }

    private static String text(
            ReportFormat format,
            ExplainedResult findings,
            Warnings warnings,
            DiffReport report,
            boolean calls,
            Shade shade) {
        return switch (format) {
            case TEXT -> calls ? report.textWithCalls(findings, shade) : report.text(findings, shade);
            case SUMMARY, ALLURE -> report.summary(findings.result());
            case JSON -> report.json(findings, Map.of("warnings", warnings.json()));
            case JUNIT -> report.junit(findings);
            case TAP -> report.tap(findings);
            case MARKDOWN -> report.markdown(findings);
            case SARIF -> report.sarif(findings, Versions.oracle());
            case GITHUB -> report.github(findings);
        };
    }

    static DiffReport report(Checkout checkout) {
        return new DiffReport(Lookup.of(FeaturePlaces.of(checkout)));
    }

    private static Map<String, String> environment(ExplainedResult findings) {
        return findings.about().isEmpty() ? Map.of("oracle", Versions.oracle()) : findings.about();
    }

    private static void write(Path folder, ExplainedResult findings, Shared shared) {
        int written = 0;
        for (Fixture fixture : findings.shortest()) {
            Path file = folder.resolve(fixture.performed().id() + ".yaml");
            try {
                Files.createDirectories(folder);
                AtomicFile.write(file.toAbsolutePath(), FixtureFile.write(fixture));
            } catch (IOException e) {
                throw new NotWritable(file, new UncheckedIOException(e));
            } catch (UncheckedIOException e) {
                throw new NotWritable(file, e);
            }
            written++;
        }
        shared.say("wrote " + written + (written == 1 ? " case to " : " cases to ") + folder);
    }

    private static void draw(Path file, ExplainedResult findings, Shared shared) {
        for (CauseGroup group : findings.groups()) {
            var example = group.example();
            var explanation = findings.explanation(example);
            var call = explanation.flatMap(one -> one.call());
            if (call.isPresent()) {
                int step = explanation.orElseThrow().step();
                AtomicFile.write(
                        file.toAbsolutePath(), new BeforeAfter(example.platform(), call.get()).svg(example.id(), step));
                shared.say("wrote " + file + ": @" + example.id() + "#" + step + " on " + example.platform());
                return;
            }
        }
        shared.say("no call differs, so no picture was drawn");
    }

    private static Shade shade() {
        boolean refused =
                !Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty()
                        || "dumb".equals(System.getenv("TERM"));
        return Boolean.getBoolean(READ) && !refused ? Shade.COLOURED : Shade.PLAIN;
    }
}
