// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.NotWritable;
import org.vfiooracle.input.NothingToReport;
import org.vfiooracle.reports.html.HtmlReport;
import org.vfiooracle.reports.html.ReportFolders;
import org.vfiooracle.reports.sources.Sources;
import org.vfiooracle.reports.sources.Stale;
import org.vfiooracle.terminal.page.Page;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the HTML report again. */
@Command(
        name = "report",
        header = Headers.REPORT,
        description = {
            "%nBuilds the report from the results of earlier 'oracle record' runs: as a single file that "
                    + "opens in any browser, and as a folder for a web server. Neither needs the network. Lists results "
                    + "that are older than their feature, fixtures or evidence.",
            "%nWith --results, builds a report of other Allure results, such as those that "
                    + "'oracle run --write allure=DIR' has made of an implementation. It is a single file.",
            "%nExit code: 0 if the report is current; 1 if part of it is stale.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./oracle report", "  ./oracle report --results my-results --out my-run.html"})
public final class Report implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Option(names = "--results", paramLabel = "DIR", description = "Build a report of the Allure results in DIR.")
    private @Nullable Path other;

    @Option(names = "--out", paramLabel = "FILE", description = "With --results: the file to write. Default: DIR.html.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        if (other != null) {
            return ofOthers(checkout, other);
        }
        if (out != null) {
            throw new CommandLine.ParameterException(shared.commandLine(), "--out works only with --results");
        }
        Path results = new ReportFolders(checkout.root()).results();
        if (!Files.isDirectory(results)) {
            throw new NothingToReport(checkout.shown(results));
        }
        String path = checkout.shown(HtmlReport.build(checkout.root()));
        Stale stale = Sources.read(checkout.root(), results).stale();
        formatted.print(new Built(path, stale.lines()), shared.out());
        return stale.none() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private int ofOthers(Checkout checkout, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw NothingToReport.ofRun(folder.toString());
        }
        Path file = out == null ? Path.of(folder.toAbsolutePath().normalize() + ".html") : out;
        try {
            HtmlReport.build(checkout.root(), folder, file);
        } catch (UncheckedIOException e) {
            throw new NotWritable(file, e);
        }
        formatted.print(new Built(checkout.shown(file), List.of()), shared.out());
        return ExitCode.FINE;
    }

    /**
     * Where the report is.
     *
     * @param path the file to open
     * @param stale what of it is not current, and what to do
     */
    private record Built(String path, List<String> stale) implements Page {
        @Override
        public List<String> text() {
            return Stream.concat(Stream.of(path), stale.stream().map(line -> "stale      " + line))
                    .toList();
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("report", path, "stale", stale);
        }
    }
}
