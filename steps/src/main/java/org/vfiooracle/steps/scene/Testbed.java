// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.steps.platforms.ClaimedRules;
import org.vfiooracle.steps.platforms.PlatformSets;
import org.vfiooracle.steps.platforms.Refusals;

/**
 * The machines that scenarios run on; shared by all of them.
 *
 * @param machines one for each platform, in the order of the corpus
 * @param corpus every platform of the corpus, also when fewer are run
 * @param whole whether the machines are those of the whole corpus
 * @param sets the sets of platforms that tables can name
 * @param claims the rules that the features claim
 * @param refusals what scenarios assert of refusals, and rely on
 */
public record Testbed(
        List<Bed> machines,
        List<PlatformId> corpus,
        boolean whole,
        PlatformSets sets,
        ClaimedRules claims,
        Refusals refusals) {
    /** The topology that the step vocabulary speaks of. */
    public static final String TOPOLOGY = "six-groups";

    /** One machine. */
    public record Bed(PlatformId platform, Machine machine, Topology topology) {
        /** The platform in full. */
        public Profile profile() {
            return machine.profile();
        }
    }

    public Testbed {
        machines = List.copyOf(machines);
        corpus = List.copyOf(corpus);
    }

    /**
     * Returns the machines of the corpus, or of {@code only} where that is not empty.
     *
     * @throws org.vfiooracle.contract.platforms.PlatformRefused when one of them cannot be
     */
    public static Testbed of(
            Platforms platforms,
            List<PlatformId> corpus,
            List<PlatformId> only,
            PlatformSets sets,
            ClaimedRules claims) {
        List<Bed> beds = new ArrayList<>();
        for (PlatformId id : only.isEmpty() ? corpus : only) {
            Machine machine = platforms.machine(id);
            beds.add(new Bed(id, machine, platforms.topology(TOPOLOGY, machine.profile())));
        }
        return new Testbed(beds, corpus, only.isEmpty(), sets, claims, new Refusals());
    }
}
