// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.failure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.contract.spelling.Nearest;
import org.vfiooracle.input.Complaint;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what may have been meant. */
public final class UsageFailure implements IParameterExceptionHandler {
    /** How picocli says that a value is none of an enum, whose constants it names as they are in the code. */
    private static final Pattern CHOICE = Pattern.compile(
            "(?<what>.*): expected one of \\[(?<known>.*)] \\(case-.*\\) but was '(?<found>.*)'", Pattern.DOTALL);

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        CommandSpec spec = command.getCommandSpec();
        String help = "./" + spec.qualifiedName() + " --help shows the usage";
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
            return Complaint.that(lowerFirst(message));
        }
        Matcher choice = CHOICE.matcher(message);
        if (choice.matches()) {
            return Complaint.that(lowerFirst(choice.group("what")))
                    .expected("one of " + choice.group("known").toLowerCase(Locale.ROOT))
                    .found(choice.group("found"));
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
                : Complaint.that("too many arguments").found(found);
    }

    private static Complaint unknown(String kind, String found, Collection<String> known) {
        String hint = Nearest.hint(found, known);
        return Complaint.that("unknown " + kind)
                .found(found)
                .expected(hint.isEmpty() ? "one of " + String.join(", ", known) : "")
                .hint(hint);
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
