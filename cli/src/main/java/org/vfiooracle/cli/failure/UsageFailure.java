// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.failure;

import java.util.Collection;
import java.util.List;
import org.vfiooracle.cli.input.Complaint;
import org.vfiooracle.cli.input.Nearest;
import org.vfiooracle.cli.output.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what may have been meant. */
public final class UsageFailure implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        CommandSpec spec = command.getCommandSpec();
        String help = "./" + spec.qualifiedName() + " --help shows how";
        command.getErr()
                .print(spec.qualifiedName() + ": " + complaint(failure, spec).text() + "\n  " + help + "\n");
        command.getErr().flush();
        return ExitCode.BAD_INPUT;
    }

    private static Complaint complaint(ParameterException failure, CommandSpec spec) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, spec);
        }
        if (failure instanceof MissingParameterException) {
            return Complaint.that("something is missing").expected(lowerFirst(message));
        }
        return Complaint.that(lowerFirst(message));
    }

    private static Complaint unmatched(UnmatchedArgumentException failure, CommandSpec spec) {
        String found = failure.getUnmatched().get(0);
        if (failure.isUnknownOption()) {
            return unknown("option", found, optionNames(spec));
        }
        boolean takesCommand = !spec.subcommands().isEmpty();
        return takesCommand
                ? unknown("command", found, spec.subcommands().keySet())
                : Complaint.that("an argument too many").found(found);
    }

    private static Complaint unknown(String kind, String found, Collection<String> known) {
        return Complaint.that("unknown " + kind).found(found).hint(Nearest.hint(found, known));
    }

    private static List<String> optionNames(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .toList();
    }

    private static String lowerFirst(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
