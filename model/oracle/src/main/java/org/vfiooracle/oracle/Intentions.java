// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.procedure.Catalogue;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.kernel.container.Requests;

/**
 * The procedures of a release, with its deviations, and without each of them. What is without one is made when somebody first asks
 * what was intended: most deviations are about procedures that a case never comes to.
 */
final class Intentions {
    private final List<Deviation> deviations;

    /** The entry i has the deviations before the one with index i; the last entry has all. */
    private final List<Catalogue> stages;

    private final Map<Integer, Set<String>> about = new ConcurrentHashMap<>();
    private final Map<Integer, Catalogue> without = new ConcurrentHashMap<>();

    private Intentions(List<Deviation> deviations, List<Catalogue> stages) {
        this.deviations = deviations;
        this.stages = stages;
    }

    /** Applies {@code deviations}, in their order, to the procedures of a release. */
    static Intentions of(Release release, List<Deviation> deviations) {
        List<Catalogue> stages = new ArrayList<>();
        stages.add(Requests.catalogue().on(release));
        deviations.forEach(deviation -> stages.add(deviation.edit().apply(stages.get(stages.size() - 1))));
        return new Intentions(deviations, stages);
    }

    /** The procedures with all deviations. */
    Catalogue actual() {
        return stages.get(deviations.size());
    }

    /** The names of the procedures that the deviation with this index edits. */
    Set<String> about(int index) {
        return about.computeIfAbsent(index, i -> stages.get(i).differences(stages.get(i + 1)));
    }

    /** The procedures with all deviations but the one with this index. */
    Catalogue without(int index) {
        return without.computeIfAbsent(index, i -> {
            Catalogue catalogue = stages.get(i);
            for (Deviation later : deviations.subList(i + 1, deviations.size())) {
                catalogue = later.edit().apply(catalogue);
            }
            return catalogue;
        });
    }
}
