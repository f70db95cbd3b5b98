// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ProgressLine;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.terminal.page.Warnings;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has: its help, the checkout it works on, and where it writes. */
final class Shared {
    /** The system property in which the launcher says that somebody watches stderr. */
    private static final String WATCHED = "vfiooracle.terminal";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(names = "--debug", hidden = true, description = "Show the stack trace of a failure.")
    @SuppressWarnings("UnusedVariable") // CommandFailure asks the parser for it
    private boolean debug;

    @Option(names = "--root", hidden = true, paramLabel = "FOLDER", description = "The checkout to work on.")
    private @Nullable Path root;

    /** The command itself. */
    CommandLine commandLine() {
        return command.commandLine();
    }

    /** Findings go here. */
    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Progress and logs go here. */
    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** Returns the checkout; what a command left half-done that was killed is finished or undone first. */
    Checkout checkout() {
        Checkout found = Checkout.find(Optional.ofNullable(root));
        corpus(found).recover().ifPresent(what -> err().println(what));
        return found;
    }

    Corpus corpus(Checkout checkout) {
        return Corpus.at(checkout.root());
    }

    /** Refuses an option whose number is out of its range, both ends included. */
    void require(String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw new CommandLine.ParameterException(
                    commandLine(), option + ": expected " + least + " to " + most + ", found " + number);
        }
    }

    /** Writes one line about what the command does. */
    void say(String text) {
        err().print(command.qualifiedName() + ": " + text + "\n");
        err().flush();
    }

    /** Writes what a user should know of the releases that were asked about. */
    void warn(Warnings warnings) {
        warnings.text().forEach(line -> err().print(line + "\n"));
        err().flush();
    }

    ProgressLine progress(String what) {
        return new ProgressLine(err(), Boolean.getBoolean(WATCHED), what);
    }
}
