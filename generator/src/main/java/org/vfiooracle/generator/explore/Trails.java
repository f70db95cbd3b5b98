// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.topology.Topology;

/** The ways to states of an exploration, each made out of the way to the state before. */
final class Trails {
    private final Exploration exploration;
    private final Subject subject;
    private final Map<Integer, Exploration.Path> known = new HashMap<>();

    Trails(Exploration exploration, Subject subject) {
        this.exploration = exploration;
        this.subject = subject;
    }

    /** The groups of the machine. */
    Topology topology() {
        return subject.topology();
    }

    /** The state before one; less than 0 for a start. */
    int before(int number) {
        return exploration.visited().parent(number);
    }

    /** Returns the way to a state, as {@link Exploration#path} does. */
    Exploration.Path to(int number) {
        Exploration.Path path = known.get(number);
        if (path == null) {
            path = before(number) < 0 ? exploration.path(number) : longer(to(before(number)), number);
            known.put(number, path);
        }
        return path;
    }

    private Exploration.Path longer(Exploration.Path before, int number) {
        int call = exploration.visited().call(number);
        Operation operation = subject.calls().of(before.state()).get(call).operation();
        return new Exploration.Path(
                before.process(),
                before.then(List.of(operation)).operations(),
                subject.machine().perform(before.state(), operation).next());
    }

    /** Returns the call with which something is broken in a state. */
    Operation call(Reached.Broken broken) {
        return subject.calls().of(to(broken.state()).state()).get(broken.call()).operation();
    }
}
