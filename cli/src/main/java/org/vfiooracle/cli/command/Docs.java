// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.documents.pages.GeneratedDocs;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.terminal.page.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the generated pages of the documentation, and what is made from declarations of operations. */
@Command(
        name = "docs",
        header = Headers.DOCS,
        description = {
            "%nRegenerates the pages about rules, known bugs and programs, the reference page of each call, "
                    + "and everything derived from the declarations of operations: schemas, adapter tables and the "
                    + "protocol page. 'oracle verify' reports when one is out of date.",
            "%nExit code: 0; with --check, 1 if a page is out of date.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./oracle docs", "  ./oracle docs --check"})
public final class Docs implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Option(names = "--check", description = "Write nothing; list pages that are out of date.")
    private boolean check;

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        Corpus corpus = Corpus.at(checkout.root());
        GeneratedDocs docs = GeneratedDocs.of(checkout.root(), corpus.fixtures().toList(), corpus.index());
        List<String> pages = check ? docs.outdated() : docs.write();
        formatted.print(new Pages(pages, check), shared.out());
        return check && !pages.isEmpty() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    /** Which pages were written, or should be. */
    private record Pages(List<String> pages, boolean checked) implements Page {
        @Override
        public List<String> text() {
            if (pages.isEmpty()) {
                return List.of("up to date");
            }
            return pages.stream()
                    .map(page -> page + (checked ? ": out of date; run ./oracle docs" : ": written"))
                    .toList();
        }

        @Override
        public Map<String, Object> json() {
            return Map.of(checked ? "outdated" : "written", pages);
        }
    }
}
