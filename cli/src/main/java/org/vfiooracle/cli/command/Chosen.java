// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The choice of scenarios; all of them when none is named. */
final class Chosen {
    @Parameters(
            paramLabel = "FEATURE or @ID",
            arity = "0..1",
            description = "Only these scenarios: a feature file, a folder, an id or a tag.")
    private @Nullable String which;

    /** What was typed. */
    Optional<String> typed() {
        return Optional.ofNullable(which);
    }
}
