// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Begins something new. */
@Command(
        name = "new",
        header = Headers.NEW,
        synopsisSubcommandLabel = "scenario AREA",
        subcommands = NewScenario.class,
        footerHeading = "%nExample:%n",
        footer = "  ./oracle new scenario attach")
public final class New implements Runnable {
    @Mixin
    private Shared shared = new Shared();

    @Override
    public void run() {
        throw new ParameterException(shared.commandLine(), "expected a kind of thing to create: new scenario AREA");
    }
}
