// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vfiooracle.bundle.pack.Bundle;
import org.vfiooracle.bundle.pack.BundleContents;
import org.vfiooracle.bundle.pack.EarlierBundle;
import org.vfiooracle.bundle.pack.Runner;
import org.vfiooracle.bundle.table.CaseTables;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.ProgressLine;
import org.vfiooracle.cli.output.Versions;
import org.vfiooracle.conformance.random.Danger;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.NotWritable;
import org.vfiooracle.input.NothingToExport;
import org.vfiooracle.input.OutFolder;
import org.vfiooracle.input.RecordedPlatforms;
import org.vfiooracle.input.UncommittedFiles;
import org.vfiooracle.terminal.page.ExportPage;
import org.vfiooracle.terminal.page.RunnerPage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Packs the fixtures to take them elsewhere. */
@Command(
        name = "export",
        header = Headers.EXPORT,
        description = {
            "%nWrites a self-contained folder: fixtures as YAML, JSON, JSON lines and tables in C, an index, the evidence for "
                    + "each fixture, the rules, JSON Schemas, example adapters, the documents, the licence (CC0-1.0) "
                    + "and SHA256SUMS. Its README.md tells how to begin.",
            "%nThe same commit always produces the same bytes. The folder appears only when it is complete.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle export --out /tmp/vfio-fixtures",
            "  ./oracle export --out /tmp/power9 --platform phb4-linux-6.12-4k",
            "  ./oracle export --runner --out /tmp/runner --platform phb4-linux-6.12-4k",
            "  cd /tmp/power9 && sha256sum --check --quiet SHA256SUMS"
        })
public final class Export implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to create.")
    private Path out = Path.of("");

    @Option(names = "--platform", paramLabel = "P", description = "Only this platform or hardware; repeatable.")
    private List<String> platforms = List.of();

    @Option(names = "--force", description = "Replace DIR if it is an earlier export with no other files.")
    private boolean force;

    @Option(
            names = "--runner",
            description =
                    "Write the C sources of a program that performs the cases of one platform on a machine and compares, instead of a bundle.")
    private boolean runner;

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        List<PlatformId> chosen = RecordedPlatforms.in(checkout, shared::say).of(platforms);
        if (runner && chosen.size() != 1) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(), "--runner: expected one --platform, found " + chosen.size());
        }
        OutFolder.at(out, checkout).check(force, EarlierBundle::whyNot);
        Corpus corpus = shared.corpus(checkout);
        return runner ? runner(corpus, chosen.get(0)) : bundle(checkout, corpus, chosen);
    }

    private int runner(Corpus corpus, PlatformId platform) {
        Runner program = Runner.of(corpus, platform, tables());
        int cases = program.fixtures().size();
        if (cases == 0) {
            throw new NothingToExport(List.of(platform));
        }
        try {
            formatted.print(new RunnerPage(out, platform, cases, program.write(out)), shared.out());
        } catch (UncheckedIOException e) {
            throw new NotWritable(out, e);
        }
        return ExitCode.FINE;
    }

    private int bundle(Checkout checkout, Corpus corpus, List<PlatformId> chosen) {
        Bundle bundle = Bundle.of(corpus, chosen, commit(checkout), tables());
        int fixtures = bundle.names().size();
        if (fixtures == 0) {
            throw new NothingToExport(chosen);
        }
        try (ProgressLine progress = shared.progress("exporting")) {
            BundleContents written = bundle.write(out, done -> progress.show(done, fixtures));
            progress.close();
            formatted.print(new ExportPage(out, chosen, written), shared.out());
        } catch (UncheckedIOException e) {
            throw new NotWritable(out, e);
        }
        return ExitCode.FINE;
    }

    private static CaseTables tables() {
        Platforms platforms = Platforms.load();
        return new CaseTables(platforms, new Danger(platforms)::of);
    }

    /** The commit, unless files differ from it: then no commit has what is exported. */
    private Optional<String> commit(Checkout checkout) {
        Optional<String> commit = Versions.commit(checkout.root());
        if (commit.isPresent() && UncommittedFiles.in(checkout.root())) {
            shared.say("some files are not those of the commit, so the bundle names no commit");
            return Optional.empty();
        }
        return commit;
    }
}
