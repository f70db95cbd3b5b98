package org.vfiooracle.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code oracle} command: every sub-command hangs below it. */
@Command(
        name = "oracle",
        description = "A test oracle for VFIO on IBM POWER.",
        mixinStandardHelpOptions = true,
        versionProvider = Oracle.Version.class,
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 4)
public final class Oracle implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Oracle()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** The version in the manifest of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Oracle.class.getPackage().getImplementationVersion();
            return new String[] {"vfio-oracle " + (version == null ? "(not packaged)" : version)};
        }
    }
}
