// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.failure;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.contract.format.PrettyJson;
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
        if (isForPrograms(parsed)) {
            command.getOut()
                    .print(json(Blame.of(failure), command.getCommandSpec().qualifiedName()));
            command.getOut().flush();
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
        return innermost(parsed).hasMatchedOption("--debug");
    }

    /** Whoever reads JSON gets JSON, whatever happens. */
    private static boolean isForPrograms(ParseResult parsed) {
        Object format = innermost(parsed).matchedOptionValue("--format", "");
        return format.toString().equalsIgnoreCase("json");
    }

    private static String json(Blame blame, String command) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("command", command);
        error.put("exit", blame.exitCode());
        error.put("text", blame.text());
        return PrettyJson.of(Map.of("error", error));
    }

    private static ParseResult innermost(ParseResult parsed) {
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost;
    }
}
