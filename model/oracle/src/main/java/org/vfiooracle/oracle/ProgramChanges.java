// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.programs.vmm.ProgramDeviation;
import org.vfiooracle.programs.vmm.Strategy;

/**
 * How the programs of a case differ from those that were released.
 *
 * @param more bugs that every program has that can have them
 * @param fewer bugs that none has
 */
public record ProgramChanges(List<ProgramDeviation> more, List<ProgramDeviation> fewer) {
    /** The programs as they were released. */
    public static final ProgramChanges NONE = new ProgramChanges(List.of(), List.of());

    public ProgramChanges {
        more = List.copyOf(more);
        fewer = List.copyOf(fewer);
    }

    /** Returns the program of this id, changed, if it is modelled. */
    public Optional<Strategy> find(String id) {
        return Strategies.find(id).map(this::changed);
    }

    /** Returns these without one bug more. */
    ProgramChanges without(ProgramDeviation deviation) {
        List<ProgramDeviation> all = new java.util.ArrayList<>(fewer);
        all.add(deviation);
        return new ProgramChanges(more, all);
    }

    private Strategy changed(Strategy released) {
        Strategy changed = released;
        for (ProgramDeviation deviation : more) {
            if (changed.possible().contains(deviation) && !changed.deviations().contains(deviation)) {
                changed = changed.with(deviation);
            }
        }
        for (ProgramDeviation deviation : fewer) {
            if (changed.deviations().contains(deviation)) {
                changed = changed.without(deviation);
            }
        }
        return changed;
    }
}
