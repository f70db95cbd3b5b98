// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.List;
import java.util.stream.Collectors;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Deviation;

/** A deviation was to be taken away from a platform that does not have it, which would change nothing. */
public final class DeviationAbsent extends RuntimeException {
    private static final long serialVersionUID = 1;

    DeviationAbsent(PlatformId platform, Deviation deviation, List<Deviation> present) {
        super("this platform does not have the deviation that was to be removed\n  found:    " + deviation.id()
                + ", which is of Linux " + deviation.releases() + "\n  expected: a deviation of " + platform + ": "
                + (present.isEmpty()
                        ? "it has none"
                        : present.stream().map(Deviation::id).collect(Collectors.joining(", ")))
                + "\n  hint:     ./oracle platforms " + platform.generation() + " --deviations lists them by platform");
    }
}
