// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.Kin;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;

/**
 * The state after the last operation as an ordered map: what a user or the hardware could tell of it. What only the model
 * remembers (descriptor handles, which table is the group's own, who is charged) is not written, and neutral when read.
 */
public final class StateCodec {
    private StateCodec() {}

    /** Returns what is recorded of {@code state} as a map. */
    public static Map<String, Object> encode(State state) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("locked_pages", state.process().alive() ? state.process().lockedPages() : 0L);
        Map<String, Object> groups = new LinkedHashMap<>();
        for (GroupState group : state.groups().values()) {
            if (group.open() || group.devices() > 0 || group.container().isPresent()) {
                groups.put(group.alias(), group(group));
            }
        }
        tree.put("groups", groups);
        Map<String, Object> containers = new LinkedHashMap<>();
        state.containers().forEach((name, container) -> containers.put(name, ContainerCodec.encode(container)));
        tree.put("containers", containers);
        if (!state.regions().isEmpty()) {
            tree.put("regions", state.regions().stream().map(StateCodec::region).toList());
        }
        if (!state.others().isEmpty()) {
            Map<String, Object> processes = new LinkedHashMap<>();
            state.others().keySet().forEach(name -> processes.put(name, other(state.as(name))));
            tree.put("processes", processes);
        }
        return tree;
    }

    /**
     * Reads a state.
     *
     * @param path place of {@code tree} in its document
     * @param topology the machine, whose groups are idle unless the state says otherwise
     * @param process the process of the case
     * @throws CodecProblem when it is none
     */
    public static State decode(Object tree, String path, Topology topology, Process process) {
        Fields fields = Fields.of(tree, path);
        long locked = fields.number("locked_pages");
        State idle = State.initial(topology, process.locking(locked));
        SortedMap<String, GroupState> groups = new TreeMap<>(idle.groups());
        Fields used = fields.map("groups");
        for (String alias : used.keys()) {
            if (!groups.containsKey(alias)) {
                throw new CodecProblem(used.path(alias), "a group of " + topology.name(), "\"" + alias + "\"");
            }
            groups.put(alias, group(alias, used.map(alias)));
        }
        Fields named = fields.map("containers");
        SortedMap<String, Container> containers = new TreeMap<>();
        for (String name : named.keys()) {
            containers.put(name, ContainerCodec.decode(name, named.map(name)));
        }
        List<Region> regions = fields.listOrEmpty("regions", StateCodec::region);
        State first = new State(topology, idle.process(), new TreeMap<>(), containers, groups, regions);
        State read = others(first, fields.mapOrEmpty("processes"), process);
        fields.end();
        return read;
    }

    private static Map<String, Object> other(State asOther) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("runs", asOther.process().alive());
        tree.put("locked_pages", (asOther.process().alive() ? asOther.process().lockedPages() : 0L));
        if (!asOther.regions().isEmpty()) {
            tree.put(
                    "regions",
                    asOther.regions().stream().map(StateCodec::region).toList());
        }
        return tree;
    }

    private static State others(State first, Fields processes, Process process) {
        SortedMap<String, Kin> others = new TreeMap<>();
        for (String name : processes.keys()) {
            Fields fields = processes.map(name);
            boolean runs = fields.truth("runs");
            Process child = process.locking(fields.number("locked_pages"));
            List<Region> regions = fields.listOrEmpty("regions", StateCodec::region);
            fields.end();
            Kin kin = new Kin(child, new TreeMap<>(), regions);
            others.put(name, runs ? kin : kin.ended());
        }
        return new State(
                first.topology(),
                first.process(),
                first.handles(),
                first.containers(),
                first.groups(),
                first.regions(),
                first.current(),
                others,
                first.programs());
    }

    private static Map<String, Object> group(GroupState group) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("open", group.open());
        group.container().ifPresent(container -> tree.put("container", container));
        tree.put("devices", (long) group.devices());
        return tree;
    }

    private static GroupState group(String alias, Fields fields) {
        boolean open = fields.truth("open");
        Optional<String> container = fields.optionalText("container");
        GroupState group = new GroupState(alias, open, container, fields.count("devices"));
        fields.end();
        return group;
    }

    private static Map<String, Object> region(Region region) {
        Map<String, Object> tree = ContainerCodec.encode(region.key());
        tree.put("used", (long) region.used());
        tree.put("mapped", region.mapped());
        return tree;
    }

    private static Region region(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Region region = new Region(ContainerCodec.takeKey(fields), fields.count("used"), fields.number("mapped"));
        fields.end();
        return region;
    }
}
