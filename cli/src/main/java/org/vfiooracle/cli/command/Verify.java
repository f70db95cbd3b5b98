// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.input.Checkout;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.page.VerifyPage;
import org.vfiooracle.cli.recording.CorpusRecording;
import org.vfiooracle.fixtures.corpus.Corpus;
import org.vfiooracle.fixtures.corpus.Drift;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares the committed corpus with what the model says. */
@Command(
        name = "verify",
        header = "Compare the committed corpus with what the model says, byte for byte; write nothing.",
        description = {
            "",
            "Runs the scenarios as record does and compares every file of fixtures/corpus with what would be written. Looks,",
            "too, whether the index lists what is there, whether each line of a ledger has its fixture, and whether the",
            "corpus is inside its budget.",
            "",
            "Exit 0 when nothing differs, 1 when something does or a scenario fails."
        },
        footerHeading = "%nExample:%n",
        footer = {"  ./oracle verify", "  ./oracle verify features/attach"})
public final class Verify implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Parameters(
            paramLabel = "FEATURE or @ID",
            arity = "0..1",
            description = "Only these: a feature file, a folder, an id, or a tag.")
    private @Nullable String which;

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        Corpus corpus = Corpus.at(checkout.root());
        corpus.recover().ifPresent(what -> shared.err().println(what));
        CorpusRecording recording =
                CorpusRecording.run(checkout, Optional.ofNullable(which), null, shared.progress("verifying"));
        Drift drift = Drift.of(corpus, recording.result().fixtures(), recording::responsible);
        VerifyPage page = new VerifyPage(corpus, recording.result(), drift);
        formatted.print(page, shared.out());
        return page.fine() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
