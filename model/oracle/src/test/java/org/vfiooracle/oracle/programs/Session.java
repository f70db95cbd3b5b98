// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle.programs;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.oracle.Profiles;
import org.vfiooracle.oracle.ProgramChanges;

/** A program that is tried: what it is told, and the calls that it makes, one in a line. */
final class Session {
    private static final List<Integer> ON_POWER = List.of(0, 1, 2);

    private final Machine machine;
    private State state;
    private Transition last;
    private Optional<Transition.Departure> departure = Optional.empty();

    private Session(Machine machine, Buffer.Backing backing) {
        this.machine = machine;
        Map<String, Buffer> buffers = Map.of(
                "B1", new Buffer("B1", 64L << 20, backing, true),
                "B2", new Buffer("B2", 64L << 20, backing, true));
        Topology groups = new Topology(
                "three",
                0xc000_0000L,
                ON_POWER.stream()
                        .map(phb -> new Group(String.valueOf((char) ('A' + phb)), phb, phb == 2 ? 2 : 1, 10))
                        .toList());
        this.state = State.initial(groups, new Process(OptionalLong.empty(), false, buffers, 0));
    }

    /** A machine with groups A, B and C on PHBs of their own, and two pieces of 64 MiB of small pages. */
    static Session on(Profile profile) {
        return new Session(Machine.of(profile), Buffer.Backing.PAGE);
    }

    /** The same with huge pages. */
    static Session on(Profile profile, Buffer.Backing backing) {
        return new Session(Machine.of(profile), backing);
    }

    /** The same, with programs that are changed. */
    static Session on(Profile profile, ProgramChanges changes) {
        return new Session(
                Machine.with(
                        profile,
                        Deviations.ALL.stream().filter(d -> d.present(profile)).toList(),
                        changes),
                Buffer.Backing.PAGE);
    }

    /** POWER7, POWER8 and POWER9, a partition, and x86. */
    static Profile platform(String name) {
        return switch (name.substring(0, name.indexOf('-'))) {
            case "ioda1" -> Profiles.ioda1(name);
            case "ioda2" -> Profiles.ioda2(name);
            case "pseries" -> Profiles.pseries(name);
            case "x86" -> Profiles.x86(name);
            default -> Profiles.phb4(name);
        };
    }

    /** Starts a program with these devices and returns what it says. */
    String start(String program, String... devices) {
        return told(new ProgramCall.Start(program, "V1", "B1", Arrays.asList(devices)));
    }

    /** Tells it something and returns what it says. */
    String told(ProgramCall call) {
        last = machine.perform(state, call);
        departure = machine.departure(state, call);
        state = last.next();
        return last.outcome().answer().toString();
    }

    /** What the last operation was intended to come to; fails where no deviation decided it. */
    Transition.Departure departure() {
        return departure.orElseThrow();
    }

    /** The calls of the last operation. */
    List<String> calls() {
        return last.outcome().calls().stream().map(Session::spelled).toList();
    }

    /** Those of the last operation that are about containers, in one line. */
    String attached() {
        return last.outcome().calls().stream()
                .filter(call -> call.operation() instanceof Operation.SetContainer
                        || call.operation() instanceof Operation.SetIommu)
                .map(Session::spelled)
                .collect(Collectors.joining(", "));
    }

    private static String spelled(HostCall call) {
        Operation operation = call.operation();
        String line = operation.on().isEmpty() ? operation.name() : operation.on() + " " + brief(operation);
        return line + " " + call.answer();
    }

    private static String brief(Operation operation) {
        String name = operation
                .name()
                .replace("VFIO_", "")
                .replace("GROUP_", "")
                .replace("IOMMU_", "")
                .replace("SPAPR_", "");
        if (operation instanceof Operation.SetContainer set) {
            return name + " " + set.container();
        }
        if (operation instanceof Operation.SetIommu set) {
            return "SET_IOMMU " + set.type();
        }
        if (operation instanceof Operation.CheckExtension check) {
            return name + " " + check.extension();
        }
        if (operation instanceof Operation.MapDma map) {
            return name + " " + hex(map.iova()) + "+" + hex(map.size());
        }
        if (operation instanceof Operation.UnmapDma unmap) {
            return name + " " + hex(unmap.iova()) + "+" + hex(unmap.size());
        }
        if (operation instanceof Operation.TceCreate create) {
            return name + " " + create.pageShift() + " " + hex(create.windowSize()) + " " + create.levels();
        }
        if (operation instanceof Operation.TceRemove remove) {
            return name + " " + hex(remove.startAddr());
        }
        if (operation instanceof Operation.EehPeOp eeh) {
            return name + " " + eeh.peOp();
        }
        return name;
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
