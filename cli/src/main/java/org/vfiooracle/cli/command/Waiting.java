// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.conformance.drive.Limits;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long an adapter is waited for. */
final class Waiting {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for the adapter's first message, and then for each answer "
                    + "(default: 900 for the first, 300 for each answer).")
    private @Nullable Integer timeout;

    /** The limits; fails on a number that is no time to wait. */
    Limits limits() {
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
