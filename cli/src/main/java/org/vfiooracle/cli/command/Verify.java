// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.recording.CorpusRecording;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.reach.Reach;
import org.vfiooracle.corpus.reach.Unreached;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.Drift;
import org.vfiooracle.documents.pages.GeneratedDocs;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.terminal.page.VerifyPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares the committed corpus with what the model says. */
@Command(
        name = "verify",
        header = Headers.VERIFY,
        description = {
            "%nRuns the scenarios, and compares every file of fixtures/corpus with what 'oracle record' would "
                    + "write. Also checks that every ledger line has a fixture, that the corpus is within its size "
                    + "budget, that every rule and errno of the model occurs in a fixture (docs/data/unreached.yaml lists "
                    + "exceptions), and that generated pages are current.",
            "%nExit code: 0 if nothing differs; 1 if something does or a scenario fails.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./oracle verify", "  ./oracle verify features/attach"})
public final class Verify implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Mixin
    private Chosen chosen = new Chosen();

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        Corpus corpus = shared.corpus(checkout);
        CorpusRecording recording = CorpusRecording.run(checkout, chosen.typed(), null, shared.progress("verifying"));
        Drift drift = Drift.of(corpus, recording.result().fixtures(), recording::responsible);
        CorpusIndex index = CorpusIndex.of(corpus.version(), recording.result().fixtures());
        VerifyPage page = new VerifyPage(
                corpus, recording.result(), recording::responsible, drift, index, unreached(corpus, recording, index));
        formatted.print(page, shared.out());
        return page.fine() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    /** Only the whole corpus can tell. */
    private static List<String> unreached(Corpus corpus, CorpusRecording recording, CorpusIndex index) {
        if (!recording.everything() || !recording.result().passed()) {
            return List.of();
        }
        List<Fixture> fixtures = recording.result().fixtures();
        Platforms platforms = Platforms.load();
        List<Machine> machines =
                corpus.platforms().platforms().stream().map(platforms::machine).toList();
        List<String> findings = new ArrayList<>(Unreached.read(corpus.root()).findings(Reach.of(machines, fixtures)));
        GeneratedDocs.of(corpus.root(), fixtures, index)
                .outdated()
                .forEach(page -> findings.add(page + ": out of date; run ./oracle docs"));
        return findings;
    }
}
