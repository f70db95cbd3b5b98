// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import java.util.List;
import org.vfiooracle.model.Deviations;
import org.vfiooracle.model.engine.Deviation;

/** Deviations that a user names. */
public final class DeviationNames {
    private DeviationNames() {}

    /**
     * Returns the ids that were typed.
     *
     * @throws UnknownName when one is not known
     */
    public static List<String> known(List<String> typed) {
        for (String id : typed) {
            if (Deviations.find(id).isEmpty()) {
                throw new UnknownName(
                        "deviation",
                        id,
                        Deviations.ALL.stream().map(Deviation::id).toList());
            }
        }
        return List.copyOf(typed);
    }
}
