// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.input.Checkout;
import org.vfiooracle.cli.input.NothingToReport;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.Page;
import org.vfiooracle.reports.html.HtmlReport;
import org.vfiooracle.reports.html.ReportFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the HTML report again. */
@Command(
        name = "report",
        header = Headers.REPORT,
        description =
                "%nThe results are those of the last record or verify. The report is one file that any browser opens"
                        + " from the disk, and the same as a site for a web server; neither needs the network.%n",
        footerHeading = "%nExample:%n",
        footer = "  ./oracle report")
public final class Report implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        Path results = new ReportFolders(checkout.root()).results();
        if (!Files.isDirectory(results)) {
            throw new NothingToReport(checkout.shown(results));
        }
        formatted.print(new Built(checkout.shown(HtmlReport.build(checkout.root()))), shared.out());
        return ExitCode.FINE;
    }

    /** Where the report is. */
    private record Built(String path) implements Page {
        @Override
        public List<String> text() {
            return List.of(path);
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("report", path);
        }
    }
}
