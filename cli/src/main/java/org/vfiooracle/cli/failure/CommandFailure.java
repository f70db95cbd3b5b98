// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.failure;

import java.util.Arrays;
import org.vfiooracle.cli.input.BadInput;
import org.vfiooracle.cli.input.Complaint;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.model.engine.NotModelled;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command ended early: bad input in its own words, anything else as a defect of the oracle. */
public final class CommandFailure implements IExecutionExceptionHandler {
    private static final String OWN_CODE = "org.vfiooracle.";

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        boolean input = isBadInput(failure);
        String text =
                input ? String.valueOf(failure.getMessage()) : defect(failure).text();
        command.getErr().print(command.getCommandSpec().qualifiedName() + ": " + text + "\n");
        if (isDebugging(parsed)) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return input ? ExitCode.BAD_INPUT : ExitCode.BROKEN_ORACLE;
    }

    private static boolean isBadInput(Exception failure) {
        return failure instanceof BadInput || failure instanceof NotModelled;
    }

    /** How a failure is told that nobody foresaw. */
    public static Complaint defect(Throwable failure) {
        return Complaint.that("the oracle itself broke")
                .where(Arrays.stream(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OWN_CODE))
                        .map(StackTraceElement::toString)
                        .findFirst()
                        .orElse(""))
                .found(failure.toString())
                .hint("this is a defect; --debug shows the stack trace to report it with");
    }

    private static boolean isDebugging(ParseResult parsed) {
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost.hasMatchedOption("--debug");
    }
}
