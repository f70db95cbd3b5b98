// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.List;
import org.vfiooracle.conformance.drive.ChosenDeviations;

/** Deviations that a user names: of kernels, and of programs. */
public final class DeviationNames {
    private DeviationNames() {}

    /**
     * Returns the ids that were typed.
     *
     * @throws UnknownName when one is not known
     */
    public static List<String> known(List<String> typed) {
        if (typed.isEmpty()) {
            return List.of();
        }
        List<String> names = ChosenDeviations.names();
        for (String id : typed) {
            if (!names.contains(id)) {
                throw new UnknownName("deviation", id, names, "platforms --deviations");
            }
        }
        return List.copyOf(typed);
    }
}
