// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.strength.Matrix;
import org.vfiooracle.generator.suite.Campaign;
import org.vfiooracle.generator.suite.Cover;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.terminal.page.MinimizePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds the best small suite. */
@Command(
        name = "minimize",
        header = Headers.MINIMIZE,
        description = {
            "%nChooses among cases, each time the one that catches most of what is left for the calls it has, and "
                    + "shows how much is caught with how many cases. Prints the cases in that order.",
            "%nExit code: 0.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle minimize --platform phb4-linux-6.12-4k --budget 40",
            "  ./oracle minimize --platform phb4-linux-6.12-4k --suite target/suite"
        })
public final class Minimize implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Mixin
    private SuiteChoice suite = new SuiteChoice();

    @Mixin
    private Budgeted budgeted = new Budgeted();

    @Mixin
    private Alphabets alphabets = new Alphabets();

    @Mixin
    private PlatformOption platform = new PlatformOption();

    @Override
    public Integer call() {
        Cover.Budget budget = budgeted.budget(shared.commandLine());
        Checkout checkout = shared.checkout();
        PlatformChoice platforms = PlatformChoice.in(checkout, shared::say);
        PlatformId id = platform.of(platforms);
        Campaign campaign = alphabets.campaign(checkout, platforms, id, 0);
        Set<String> all = new LinkedHashSet<>();
        campaign.all().forEach(mutant -> all.add(mutant.id()));
        Matrix matrix = Matrix.of(
                suite.cases(checkout, id), campaign.subject().machine(), campaign::topology, campaign.mutants(), all);
        formatted.print(new MinimizePage(id, matrix.rows().size(), Cover.of(matrix.rows(), budget)), shared.out());
        return ExitCode.FINE;
    }
}
