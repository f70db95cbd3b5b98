// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.conformance.drive.AdapterCommand;
import org.vfiooracle.conformance.drive.CorpusExpectations;
import org.vfiooracle.conformance.drive.RunProgress;
import org.vfiooracle.conformance.trust.CanaryResult;
import org.vfiooracle.conformance.trust.CanaryRun;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.FixtureChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows that a run can go red. */
@Command(
        name = "canary",
        header = Headers.CANARY,
        description = {
            "%nRuns some fixtures through the adapter, then makes one expectation wrong in a copy, and runs them again. "
                    + "Exactly that case must then differ, and no other verdict may change. A set-up that stays green "
                    + "would not notice an error either. No file is changed.",
            "%nExit code: 0 if exactly that case was red; 1 if not, or if no case agrees in the first place; 3 if the "
                    + "adapter does not start.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle canary --adapter adapters/linux/powernv9",
            "  ./oracle canary --adapter adapters/examples/mock.py attach"
        })
public final class Canary implements Callable<Integer> {
    private static final int MOST = 20;

    @Mixin
    private Shared shared = new Shared();

    @Option(names = "--adapter", paramLabel = "CMD", required = true, description = "The adapter, as a shell command.")
    private String adapter = "";

    @Parameters(
            paramLabel = "FIXTURE",
            arity = "0..*",
            description =
                    "Choose from these: @ID, ID.ROW, an area, or fixture files. From all of the platform when none is named.")
    private List<String> which = List.of();

    @Mixin
    private Starting starting = new Starting();

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        Platforms platforms = Platforms.load();
        Corpus corpus = shared.corpus(checkout);
        CorpusExpectations expectations = new CorpusExpectations(
                platforms,
                platforms.corpus(checkout.root()),
                id -> corpus.fixtures(id).toList(),
                new FixtureChoice(checkout, which).fixtures());
        AdapterCommand command =
                starting.command(adapter, checkout.root(), line -> shared.err().println(line));
        Optional<CanaryResult> result = new CanaryRun(expectations, MOST).of(command, RunProgress.NONE);
        result.map(Canary::lines)
                .orElse(List.of("no case agrees, so no expectation can be made wrong: see ./oracle run --adapter ..."))
                .forEach(shared.out()::println);
        shared.out().flush();
        return result.filter(canary -> canary.problems().isEmpty()).isPresent() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private static List<String> lines(CanaryResult result) {
        String changed = "@" + result.flipped().fixture().performed().id() + ": "
                + result.flipped().text();
        return result.problems().isEmpty()
                ? List.of(changed, "exactly this case was red: the set-up notices a wrong answer")
                : java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(changed),
                                result.problems().stream().map(problem -> "not as it has to be: " + problem))
                        .toList();
    }
}
