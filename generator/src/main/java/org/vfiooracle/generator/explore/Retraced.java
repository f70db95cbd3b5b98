// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.explore.Violation.Invariant;
import org.vfiooracle.oracle.Machine;

/** The ways of an exploration, gone again on another machine. Ways that begin alike are gone together. */
final class Retraced {
    private final Trails trails;
    private final Machine machine;
    private final Invariants invariants;
    private final Map<Integer, Station> stations = new HashMap<>();

    Retraced(Trails trails, Machine machine) {
        this.trails = trails;
        this.machine = machine;
        this.invariants = new Invariants(machine);
    }

    /**
     * Where a way leads to.
     *
     * @param windows whether some group had other windows than its container on the way
     * @param lost whether the machine had no answer on the way
     */
    private record Station(State state, boolean windows, boolean lost) {}

    /** Whether the machine breaks the same invariant after the same calls; one that has no answer does not. */
    boolean breaks(Reached.Broken broken) {
        Station station = station(broken.state());
        if (broken.call() >= 0) {
            station = after(station, trails.call(broken));
        }
        Invariant invariant = broken.violation().invariant();
        if (invariant == Invariant.WINDOWS_EVERYWHERE && station.windows()) {
            return true;
        }
        return station.lost()
                ? invariant == Invariant.ANSWERED
                : invariants
                        .in(station.state())
                        .filter(violation -> violation.invariant() == invariant)
                        .isPresent();
    }

    private Station station(int number) {
        Station known = stations.get(number);
        if (known == null) {
            known = made(number);
            stations.put(number, known);
        }
        return known;
    }

    private Station made(int number) {
        Exploration.Path path = trails.to(number);
        List<Operation> operations = path.operations();
        if (trails.before(number) >= 0) {
            return after(station(trails.before(number)), operations.get(operations.size() - 1));
        }
        Station station = new Station(State.initial(trails.topology(), path.process()), false, false);
        for (Operation operation : operations) {
            station = after(station, operation);
        }
        return station;
    }

    private Station after(Station station, Operation operation) {
        if (station.lost()) {
            return station;
        }
        try {
            Transition transition = machine.perform(station.state(), operation);
            boolean windows =
                    invariants.programmed().after(station.state(), transition).isPresent();
            return new Station(transition.next(), station.windows() || windows, false);
        } catch (RuntimeException noAnswer) {
            return new Station(station.state(), station.windows(), true);
        }
    }
}
