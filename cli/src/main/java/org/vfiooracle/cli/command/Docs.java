// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.input.Checkout;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.Page;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.reports.docs.GeneratedDocs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the generated pages of the documentation, and what is made from declarations of operations. */
@Command(
        name = "docs",
        header = Headers.DOCS,
        description = {
            "",
            "In docs/reference: rules has a record for each rule, with its source, its scenarios and the kernels that",
            "agreed; bugs what released kernels and programs do wrong (docs/data/known-bugs.yaml); programs what each",
            "program above VFIO makes of the answers of each platform; calls what each call asks and does, in order.",
            "Also made are the schemas, the tables of the adapters and those of the page of the adapter protocol.",
            "./oracle verify says when one is out of date.",
            "",
            "Exit 0; with --check 1 when a page is out of date."
        },
        footerHeading = "%nExample:%n",
        footer = {"  ./oracle docs", "  ./oracle docs --check"})
public final class Docs implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Option(names = "--check", description = "Write nothing; say which pages are out of date.")
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
                    .map(page -> page + (checked ? ": out of date; ./oracle docs makes it" : ": written"))
                    .toList();
        }

        @Override
        public Map<String, Object> json() {
            return Map.of(checked ? "outdated" : "written", pages);
        }
    }
}
