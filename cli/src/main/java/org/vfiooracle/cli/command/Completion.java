// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.input.UnknownName;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what a shell needs to complete the commands. */
@Command(
        name = "completion",
        header = Headers.COMPLETION,
        description = {
            "%nThe script completes commands and options of ./oracle. It is the same for bash and zsh; zsh needs"
                    + " 'autoload -U bashcompinit; bashcompinit' first.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(./oracle completion bash)",
            "  ./oracle completion bash > ~/.local/share/bash-completion/completions/oracle"
        })
public final class Completion implements Callable<Integer> {
    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Mixin
    private Shared shared = new Shared();

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell = "";

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new UnknownName("shell", shell, SHELLS);
        }
        shared.out()
                .print(AutoComplete.bash(
                        "oracle", shared.commandLine().getCommandSpec().root().commandLine()));
        shared.out().flush();
        return ExitCode.FINE;
    }
}
