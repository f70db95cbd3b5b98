// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.strength.Strength;
import org.vfiooracle.generator.strength.Survivors;
import org.vfiooracle.generator.suite.Campaign;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.terminal.page.StrengthPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what a suite catches. */
@Command(
        name = "strength",
        header = Headers.STRENGTH,
        description = {
            "%nMakes every mistake that can be made in the lists of a platform, one at a time: a check or a step "
                    + "that is forgotten, a step that is not taken back, neighbours in the wrong order, another errno, a limit that is "
                    + "off by one, only the first of several groups told, and each known bug. Tells which cases of the suite "
                    + "notice.",
            "%nFor a mistake that no case notices, a search looks for calls that would. What it does not find either "
                    + "needs a reason in docs/data/survivors.yaml.",
            "%nExit code: 0 if each mistake is caught or has a reason; 1 otherwise.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle strength --platform phb4-linux-6.12-4k",
            "  ./oracle strength --platform phb4-linux-6.12-4k --suite target/suite --list"
        })
public final class MeasureStrength implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Mixin
    private Alphabets alphabets = new Alphabets();

    @Mixin
    private SuiteChoice suite = new SuiteChoice();

    @Mixin
    private PlatformOption platform = new PlatformOption();

    @Option(
            names = "--depth",
            paramLabel = "D",
            defaultValue = "1",
            description = "How deep the search for calls is that catch what the suite does not; -1 for none "
                    + "(default: ${DEFAULT-VALUE}).")
    private int depth;

    @Option(names = "--list", description = "List every mistake, with the shortest case that catches it.")
    private boolean list;

    @Override
    public Integer call() {
        shared.require("--depth", depth, -1, 20);
        Checkout checkout = shared.checkout();
        PlatformChoice platforms = PlatformChoice.in(checkout, shared::say);
        PlatformId id = platform.of(platforms);
        Campaign campaign = alphabets.campaign(checkout, platforms, id, 2);
        Strength strength = Strength.of(campaign, suite.cases(checkout, id), Survivors.read(checkout.root()), depth);
        formatted.print(new StrengthPage(id, suite.typed().orElse("the recorded cases"), strength, list), shared.out());
        return strength.open().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
