// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.alphabet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.vfiooracle.engine.operation.HandleKind;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.topology.Topology;

/**
 * The calls that an exploration makes, and where it begins.
 *
 * @param name how it is found
 * @param topology name of the machine's topology
 * @param groups aliases of the groups that may be opened
 * @param most how many things there may be at a time
 * @param processes what may make the calls: one beginning each
 * @param limits whether each amount of locked memory that is reached is tried as a limit, too: exactly it, and a page less
 * @param starts calls that come before; one where a call is refused is left out on that platform
 * @param calls the calls
 */
public record Alphabet(
        String name,
        String topology,
        List<String> groups,
        Most most,
        List<Process> processes,
        boolean limits,
        List<List<Operation>> starts,
        List<Template> calls) {
    public Alphabet {
        groups = List.copyOf(groups);
        processes = List.copyOf(processes);
        starts = List.copyOf(starts);
        calls = List.copyOf(calls);
    }

    /**
     * How many things there may be at a time.
     *
     * @param containers open containers
     * @param groups open groups
     * @param devices open devices
     * @param copies second descriptors of a file
     * @param children further processes, dead or alive
     */
    public record Most(int containers, int groups, int devices, int copies, int children) {}

    /**
     * A call with arguments as the adapter protocol spells them. Numbers may be relative to a window of the container: {@code W0},
     * {@code W0.end-1p}; {@code p} is a page of that window, {@code h} one of the host.
     *
     * @param op name of the call
     * @param on what it is made on
     * @param good arguments with which it may succeed
     * @param faults by argument, what can be wrong with it
     */
    public record Template(
            String op, Optional<HandleKind> on, List<Map<String, Object>> good, Map<String, List<Object>> faults) {
        public Template {
            good = List.copyOf(good);
            faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
        }

        /** Whether it says itself, as a fault or otherwise, what the call is made on. */
        boolean choosesHandle() {
            return faults.containsKey("on") || good.stream().anyMatch(one -> one.containsKey("on"));
        }
    }

    /** Whether a call of this name is made. */
    public boolean has(String call) {
        return calls.stream().anyMatch(template -> template.op().equals(call));
    }

    /** Returns this for processes that can lock so much, and for no others; empty for no limit. */
    public Alphabet limited(OptionalLong bytes) {
        List<Process> same = processes.stream()
                .map(process -> process.limited(bytes))
                .distinct()
                .toList();
        return new Alphabet(name, topology, groups, most, same, false, starts, calls);
    }

    /**
     * Returns this on another topology: its first group stands for the first group of this, and so on. A beginning with a group that
     * the topology does not have is left out.
     */
    public Alphabet on(Topology other) {
        Map<String, String> meant = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(groups.size(), other.groups().size()); i++) {
            meant.put(groups.get(i), other.groups().get(i).alias());
        }
        List<List<Operation>> moved = starts.stream()
                .map(start -> start.stream().map(call -> moved(call, meant)).toList())
                .filter(start -> start.stream().allMatch(Optional::isPresent))
                .map(start -> start.stream().map(Optional::orElseThrow).toList())
                .toList();
        return new Alphabet(name, other.name(), List.copyOf(meant.values()), most, processes, limits, moved, calls);
    }

    private static Optional<Operation> moved(Operation call, Map<String, String> meant) {
        if (call instanceof Operation.OpenGroup open) {
            return Optional.ofNullable(meant.get(open.group())).map(alias -> new Operation.OpenGroup(alias, open.as()));
        }
        if (call instanceof Operation.GetDeviceFd get) {
            int dot = get.device().indexOf('.');
            return Optional.ofNullable(meant.get(get.device().substring(0, Math.max(0, dot))))
                    .map(alias -> new Operation.GetDeviceFd(
                            get.on(), alias + get.device().substring(dot), get.as(), get.pointer()));
        }
        return Optional.of(call);
    }
}
