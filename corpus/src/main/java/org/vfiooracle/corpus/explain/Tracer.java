// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
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
        Machine machine = machines.computeIfAbsent(fixture.platform(), platforms::machine);
        return Performance.of(
                fixture.performed(),
                machine,
                platforms.topology(fixture.performed().topology(), machine.profile()));
    }
}
