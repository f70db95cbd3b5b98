// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.failure;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command ended early, without a stack trace unless it is asked for. */
public final class CommandFailure implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        int exitCode = tell(failure, command.getCommandSpec().qualifiedName(), command.getErr());
        if (isDebugging(parsed)) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return exitCode;
    }

    /**
     * Tells a failure.
     *
     * @param command what failed
     * @return the exit code that it ends with
     */
    public static int tell(Throwable failure, String command, PrintWriter err) {
        Blame blame = Blame.of(failure);
        err.print(command + ": " + blame.text() + "\n");
        err.flush();
        return blame.exitCode();
    }

    private static boolean isDebugging(ParseResult parsed) {
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost.hasMatchedOption("--debug");
    }
}
