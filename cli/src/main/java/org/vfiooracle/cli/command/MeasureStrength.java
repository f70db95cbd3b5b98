// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.contract.format.FixtureHash;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.strength.MeasuredPlatform;
import org.vfiooracle.generator.strength.Stamp;
import org.vfiooracle.generator.strength.Strength;
import org.vfiooracle.generator.strength.StrengthFile;
import org.vfiooracle.generator.strength.Survivors;
import org.vfiooracle.generator.suite.Campaign;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.terminal.page.StrengthPage;
import picocli.CommandLine;
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

    @Option(
            names = "--save",
            description = "Keep what the recorded cases catch in docs/data/strength.yaml, which the site shows.")
    private boolean save;

    @Override
    public Integer call() {
        shared.require("--depth", depth, -1, 20);
        if (save && (suite.typed().isPresent() || depth >= 0 || alphabets.chosen())) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(),
                    "--save: expected --depth -1 and no --suite, --alphabet or --calls, since what is kept is about the "
                            + "recorded cases alone");
        }
        Checkout checkout = shared.checkout();
        PlatformChoice platforms = PlatformChoice.in(checkout, shared::say);
        PlatformId id = platform.of(platforms);
        Campaign campaign = alphabets.campaign(checkout, platforms, id, 2);
        Strength strength = Strength.of(campaign, suite.cases(checkout, id), Survivors.read(checkout.root()), depth);
        if (save) {
            save(checkout, id, strength);
        }
        formatted.print(new StrengthPage(id, suite.typed().orElse("the recorded cases"), strength, list), shared.out());
        return strength.open().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private static void save(Checkout checkout, PlatformId id, Strength strength) {
        List<String> hashes =
                Corpus.at(checkout.root()).fixtures(id).map(FixtureHash::of).toList();
        String stamp = Stamp.of(Platforms.load().machine(id), hashes);
        StrengthFile.read(checkout.root())
                .with(MeasuredPlatform.of(id, stamp, strength))
                .write(checkout.root());
    }
}
