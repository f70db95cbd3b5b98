// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.conformance.drive.AdapterCommand;
import org.vfiooracle.conformance.drive.Limits;
import org.vfiooracle.protocol.message.Announcement;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How an adapter is started: how long it is waited for, and how many of it run. */
final class Starting {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for the adapter's first message, and then for each answer "
                    + "(default: 900 for the first, 300 for each answer).")
    private @Nullable Integer timeout;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "Run N of the adapter at the same time (default: as many as it announces, up to the number of processors).")
    private @Nullable Integer workers;

    /** The adapter that {@code line} starts; {@code log} hears its standard error. */
    AdapterCommand command(String line, Path folder, Consumer<String> log) {
        return new AdapterCommand(line, folder, limits(), workers(), log);
    }

    private OptionalInt workers() {
        if (workers == null) {
            return OptionalInt.empty();
        }
        if (workers < 1 || workers > Announcement.MOST_WORKERS) {
            throw new CommandLine.ParameterException(
                    command.commandLine(),
                    "--workers: expected 1 to " + Announcement.MOST_WORKERS + ", found " + workers);
        }
        return OptionalInt.of(workers);
    }

    /** The limits; fails on a number that is no time to wait. */
    private Limits limits() {
        if (timeout == null) {
            return Limits.USUAL;
        }
        if (timeout < 1) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--timeout: expected a number of seconds from 1, found " + timeout);
        }
        return Limits.USUAL.waits(Duration.ofSeconds(timeout));
    }
}
