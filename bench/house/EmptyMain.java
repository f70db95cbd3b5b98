// SPDX-License-Identifier: Apache-2.0

import picocli.CommandLine;

/** A command line that does nothing: what a start cannot take less than. */
@CommandLine.Command(name = "empty", mixinStandardHelpOptions = true, version = "0")
public final class EmptyMain implements Runnable {
    @Override
    public void run() {}

    /** Answers {@code --version}. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new EmptyMain()).execute(args));
    }
}
