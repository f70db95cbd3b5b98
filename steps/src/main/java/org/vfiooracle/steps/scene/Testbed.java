// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
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
    /** One machine, which can have each of the topologies of {@code platforms}. */
    public record Bed(PlatformId platform, Machine machine, Platforms platforms) {
        /** The platform in full. */
        public Profile profile() {
            return machine.profile();
        }

        /** Returns the state in which a process begins on this machine when it has a topology. */
        State initial(String topology, Process process) {
            return State.initial(platforms.topology(topology, machine.profile()), process);
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
            beds.add(new Bed(id, platforms.machine(id), platforms));
        }
        return new Testbed(beds, corpus, only.isEmpty(), sets, claims, new Refusals());
    }
}
