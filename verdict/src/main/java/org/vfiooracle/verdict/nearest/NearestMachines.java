// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.nearest;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.contract.platforms.Platforms;

/**
 * The machines that would have answered a case as an implementation did, the most alike first.
 *
 * @param agreement how far they agree; {@link Agreement#NONE} where no machine does
 * @param machines those that agree so far
 */
public record NearestMachines(Agreement agreement, List<OtherMachine> machines) {
    /** Nothing is known that would have answered so. */
    public static final NearestMachines NOTHING = new NearestMachines(Agreement.NONE, List.of());

    public NearestMachines {
        machines = List.copyOf(machines);
    }

    /** Asks all machines that come into question. */
    public static NearestMachines of(Comparison comparison, OtherMachines others, Platforms platforms) {
        if (comparison.behind().isEmpty()) {
            return NOTHING;
        }
        List<OtherMachine> whole = new ArrayList<>();
        List<OtherMachine> call = new ArrayList<>();
        for (OtherMachine other : others.beside(comparison.platform())) {
            switch (Agreement.of(other, comparison, platforms)) {
                case WHOLE -> whole.add(other);
                case CALL -> call.add(other);
                case NONE -> {}
            }
        }
        if (!whole.isEmpty()) {
            return new NearestMachines(Agreement.WHOLE, whole);
        }
        return call.isEmpty() ? NOTHING : new NearestMachines(Agreement.CALL, call);
    }
}
