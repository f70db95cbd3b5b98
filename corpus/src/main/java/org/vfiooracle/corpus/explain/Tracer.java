// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/** Performs the cases of fixtures again, to see the state after every operation. */
public final class Tracer {
    private final Platforms platforms;
    private final Map<PlatformId, Machine> machines = new ConcurrentHashMap<>();

    public Tracer(Platforms platforms) {
        this.platforms = platforms;
    }

    /** Returns the case of {@code fixture} as its platform performs it. */
    public Performance of(Fixture fixture) {
        return performed(fixture, Performance::of);
    }

    /** Returns the same for those who look at the states alone: nothing says what was intended. */
    public Performance statesOf(Fixture fixture) {
        return performed(fixture, Performance::outcomesOnly);
    }

    private Performance performed(Fixture fixture, Performer performer) {
        Machine machine = machines.computeIfAbsent(fixture.platform(), platforms::machine);
        return performer.perform(
                fixture.performed(),
                machine,
                platforms.topology(fixture.performed().topology(), machine.profile()));
    }

    private interface Performer {
        Performance perform(Case performed, Machine machine, Topology topology);
    }
}
