// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.PrintWriter;
import org.vfiooracle.cli.output.Format;
import org.vfiooracle.contract.format.PrettyJson;
import org.vfiooracle.terminal.page.Page;
import org.vfiooracle.terminal.page.Warnings;
import picocli.CommandLine.Option;

/** The choice between text and JSON. */
final class Formatted {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output format: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.TEXT;

    /** Writes {@code page} in the chosen format; warnings are a field of JSON, and lines on standard error beside text. */
    void print(Page page, Warnings warnings, Shared shared) {
        print(warnings.in(page), shared.out());
        if (format == Format.TEXT) {
            shared.warn(warnings);
        }
    }

    /** Writes {@code page} in the chosen format. */
    void print(Page page, PrintWriter out) {
        if (format == Format.JSON) {
            out.print(PrettyJson.of(page.json()));
        } else {
            page.text().forEach(line -> out.print(line + "\n"));
        }
        out.flush();
    }
}
