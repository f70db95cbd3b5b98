// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.explain.Tracer;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.ScenarioChoice;
import org.vfiooracle.steps.RecordingRequest;
import org.vfiooracle.steps.RecordingResult;
import org.vfiooracle.terminal.page.Grouped;
import org.vfiooracle.terminal.page.TraceView;
import org.vfiooracle.terminal.page.TryPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs scenarios and shows what happens. */
@Command(
        name = "try",
        header = Headers.TRY,
        description = {
            "%nPrints what is wrong first, then each call with its answer and the rule behind it, its effects "
                    + "on the hardware, and the DMA windows whenever they change. Platforms that answer alike are shown "
                    + "together.",
            "%nExit code: 0 if all scenarios pass; 1 if one fails.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle try @ATTACH-030",
            "  ./oracle try features/attach/second-group.feature --platform phb4-linux-6.12-4k"
        })
public final class Try implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Parameters(
            paramLabel = "FILE or @ID",
            description = "A feature file (FILE:LINE for one scenario), a folder, an id or a tag.")
    private String which = "";

    @Option(
            names = "--platform",
            paramLabel = "P",
            description = "Only these platforms: an id, or hardware and release (\"POWER9 6.12 4k\").")
    private @Nullable String platform;

    @Option(
            names = "--all",
            description =
                    "Do not fold platforms that give the same answers but differ in effects, windows or locked memory.")
    private boolean all;

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        RecordingRequest request = RecordingRequest.of(checkout.root());
        if (platform != null) {
            request = request.on(PlatformChoice.in(checkout, shared::say).some(platform));
        }
        RecordingResult result = new ScenarioChoice(checkout, Optional.of(which)).run(request);
        Tracer tracer = new Tracer(Platforms.load());
        List<TryPage.Tried> tried = result.runs().stream()
                .map(run -> new TryPage.Tried(
                        run,
                        Grouped.of(run.performed(), Fixture::platform, fixture -> TraceView.of(tracer.of(fixture)))))
                .toList();
        KnownTrouble trouble = new KnownTrouble(checkout, Platforms.load());
        if (platform != null) {
            result.runs().forEach(run -> trouble.in(run.performed()));
        }
        formatted.print(new TryPage(tried, result.failures(), all), trouble.warnings(), shared);
        return result.passed() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
