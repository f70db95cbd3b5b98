// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.input.PlatformChoice;
import picocli.CommandLine.Option;

/** The one platform that a command is about. */
final class PlatformOption {
    @Option(
            names = "--platform",
            required = true,
            paramLabel = "P",
            description = "The platform: an id, or hardware and release (\"POWER9 6.12 4k\").")
    private String platform = "";

    /** Returns the platform that was named. */
    PlatformId of(PlatformChoice platforms) {
        return platforms.of(platform);
    }
}
