// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import org.vfiooracle.conformance.drive.ChosenDeviations;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.input.DeviationNames;
import org.vfiooracle.oracle.Machine;
import picocli.CommandLine.Option;

/** The choice of deviations other than those of the release. */
final class Deviating {
    @Option(names = "--deviation", paramLabel = "ID", description = "Enable a deviation this release does not have.")
    private List<String> more = List.of();

    @Option(names = "--without-deviation", paramLabel = "ID", description = "Disable a deviation of this release.")
    private List<String> fewer = List.of();

    /** Whether any was chosen. */
    boolean any() {
        return !more.isEmpty() || !fewer.isEmpty();
    }

    /** Those to have; fails on a name that is not known. */
    List<String> more() {
        return DeviationNames.known(more);
    }

    /** Those not to have; fails on a name that is not known. */
    List<String> fewer() {
        return DeviationNames.known(fewer);
    }

    /** The machine of a profile with this choice. */
    Machine machine(Profile profile) {
        return ChosenDeviations.machine(profile, more(), fewer());
    }
}
