// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.format.AskedCase;
import org.vfiooracle.contract.format.CaseText;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.gherkin.Promotion;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.NoPlatform;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.UnknownName;
import org.vfiooracle.steps.draft.Areas;
import org.vfiooracle.steps.draft.NextId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns a case into scenarios. */
@Command(
        name = "promote",
        header = Headers.PROMOTE,
        description = {
            "%nPrints a feature: for each call of the case that is refused, and for the last, a scenario with a table "
                    + "for all platforms of the corpus.",
            "%nThe table holds what the model answers. An expectation comes from a source or a machine: look at each "
                    + "row before you keep it.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle promote target/suite/MUTANT-007.yaml --area mapping",
            "  ./oracle promote target/suite/MUTANT-007.yaml --call 9"
        })
public final class Promote implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Parameters(paramLabel = "CASE", description = "A case file.")
    private String file = "";

    @Option(names = "--call", paramLabel = "N", description = "Only the scenario of this call, counted from 1.")
    private @Nullable Integer number;

    @Option(
            names = "--area",
            paramLabel = "AREA",
            defaultValue = "malformed-input",
            description = "Where the scenario belongs (default: ${DEFAULT-VALUE}).")
    private String area = "malformed-input";

    @Option(
            names = "--platform",
            paramLabel = "P",
            description = "The platform that the case was made for (default: the one the file names).")
    private @Nullable String platform;

    @Override
    public Integer call() {
        if (!Areas.ALL.contains(area)) {
            throw new UnknownName("area", area, Areas.ALL);
        }
        Checkout checkout = shared.checkout();
        PlatformChoice platforms = PlatformChoice.in(checkout, shared::say);
        String text = StrictYaml.text(checkout.file(file), file);
        Case performed = AskedCase.read(text, file).performed();
        Promotion promotion =
                new Promotion(platforms.platforms(), platforms.corpus(), performed, origin(text, platforms));
        List<String> lines = new ArrayList<>(List.of("Feature: " + performed.id(), "", "  Rule: (what always holds)"));
        String next = NextId.in(checkout.root(), area);
        for (int one : numbers(promotion, performed)) {
            lines.add("");
            promotion.scenario(one, next).forEach(line -> lines.add("    " + line));
            next = after(next);
        }
        lines.forEach(line -> shared.out().print(line + "\n"));
        shared.out().flush();
        return ExitCode.FINE;
    }

    private List<Integer> numbers(Promotion promotion, Case performed) {
        if (number == null) {
            return promotion.worth();
        }
        if (number < 1 || number > performed.operations().size()) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(),
                    "--call: expected 1 to " + performed.operations().size() + ", found " + number);
        }
        return List.of(number);
    }

    private PlatformId origin(String text, PlatformChoice platforms) {
        if (platform != null) {
            return platforms.of(platform);
        }
        if (CaseText.looksLike(text)) {
            return CaseText.of(text, file).platforms().first();
        }
        Optional<PlatformId> named = AskedCase.read(text, file).platform();
        return named.orElseThrow(() -> new NoPlatform(file));
    }

    private static String after(String id) {
        int dash = id.lastIndexOf('-');
        return String.format(
                Locale.ROOT, "%s-%03d", id.substring(0, dash), Integer.parseInt(id.substring(dash + 1)) + 1);
    }
}
