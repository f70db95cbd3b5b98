// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.cli.failure.CommandFailure;
import org.vfiooracle.cli.failure.OutputLost;
import org.vfiooracle.cli.failure.UsageFailure;
import org.vfiooracle.cli.output.StandardOutput;
import org.vfiooracle.cli.output.Versions;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.input.Checkout;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Spec;

/** The {@code oracle} command: every sub-command hangs below it. */
@Command(
        name = "oracle",
        header = "vfio-oracle: the test oracle for VFIO on IBM POWER.",
        description =
                "%nTells what Linux answers to VFIO calls - which errno, on which hardware and kernel release, and why."
                        + " Checks kernels, QEMU, VMMs and mocks against it.%n",
        commandListHeading = "",
        customSynopsis = "./oracle COMMAND [ARGUMENTS]",
        footer = {
            "",
            "Start here:",
            "  ./oracle explain VFIO_GROUP_SET_CONTAINER EBUSY --platform POWER8",
            "  ./oracle try @ATTACH-036",
            "  ./oracle COMMAND --help",
            "",
            "Exit codes: 0 success, 1 findings, 2 wrong usage or input, 3 the implementation under test broke, 4 the oracle"
                    + " itself broke. Findings go to standard output, progress and logs to standard error."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Oracle.Version.class)
public final class Oracle implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        StandardOutput stream = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = utf8(stream);
        PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err));
        int exitCode = execute(args, out, err);
        Optional<IOException> lost = stream.failure();
        System.exit(lost.isPresent() ? OutputLost.tell(lost.get(), err) : exitCode);
    }

    /** An error of the Java machine must not end with the exit code that means findings. */
    static int execute(String[] args, PrintWriter out, PrintWriter err) {
        try {
            return commandLine(Commands.asked(args), out, err).execute(args);
        } catch (ExceptionInInitializerError e) {
            return CommandFailure.tell(Optional.ofNullable(e.getCause()).orElse(e), "oracle", err);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return CommandFailure.tell(e, "oracle", err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** Returns all commands, writing their findings to {@code out} and everything else to {@code err}. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(List.of(Commands.values()), out, err);
    }

    /** Returns some commands, writing their findings to {@code out} and everything else to {@code err}. */
    private static CommandLine commandLine(List<Commands> some, PrintWriter out, PrintWriter err) {
        CommandLine commands = new CommandLine(new Oracle());
        some.forEach(command -> commands.addSubcommand(command.make()));
        commands.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Strictness.class, new StrictnessConverter())
                .setParameterExceptionHandler(new UsageFailure())
                .setExecutionExceptionHandler(new CommandFailure());
        // What follows the name of a program is for the program.
        Optional.ofNullable(commands.getSubcommands().get(Commands.EXEC.word()))
                .ifPresent(exec -> exec.setStopAtPositional(true));
        Map<String, IHelpSectionRenderer> sections = commands.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, new WholeExamples());
        commands.setHelpSectionMap(sections);
        commands.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new GroupedCommands());
        return commands;
    }

    /** Without a command, the help is what was asked for. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** The versions of the oracle, the commit and the corpus. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {Versions.all(Path.of(System.getProperty(Checkout.PROPERTY, "")))};
        }
    }
}
