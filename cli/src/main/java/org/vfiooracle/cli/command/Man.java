// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.ManPage;
import org.vfiooracle.cli.output.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the manual. */
@Command(
        name = "man",
        header = Headers.MAN,
        description = "%nPrints one manual page for all commands, in the format of man(7).%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./oracle man | man -l -", "  ./oracle man > ~/.local/share/man/man1/oracle.1"})
public final class Man implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Override
    public Integer call() {
        ManPage page = new ManPage(shared.commandLine().getCommandSpec().root(), Versions.oracle());
        page.lines().forEach(line -> shared.out().print(line + "\n"));
        shared.out().flush();
        return ExitCode.FINE;
    }
}
