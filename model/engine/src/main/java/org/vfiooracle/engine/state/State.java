// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

/**
 * Everything the model remembers between two calls; immutable.
 *
 * @param topology the machine
 * @param process the process that makes the calls
 * @param handles open descriptors, by handle
 * @param containers living containers, by name
 * @param groups all groups, by alias
 * @param regions preregistered memory of the process, oldest first
 * @param current name of that process; empty for the first one
 * @param others the processes that make no call just now, by name
 * @param programs what programs remember that run above VFIO, by name
 */
public record State(
        Topology topology,
        Process process,
        SortedMap<String, Handle> handles,
        SortedMap<String, Container> containers,
        SortedMap<String, GroupState> groups,
        MemoryList<Region> regions,
        String current,
        SortedMap<String, Kin> others,
        SortedMap<String, Program> programs) {
    public State {
        programs = SharedMap.of(programs);
        others = SharedMap.of(others);
        handles = SharedMap.of(handles);
        containers = SharedMap.of(containers);
        groups = SharedMap.of(groups);
    }

    /** Makes a state of one process. */
    public State(
            Topology topology,
            Process process,
            SortedMap<String, Handle> handles,
            SortedMap<String, Container> containers,
            SortedMap<String, GroupState> groups,
            List<Region> regions) {
        this(
                topology,
                process,
                handles,
                containers,
                groups,
                MemoryList.of(regions, Region::key),
                "",
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** Returns the state of a machine on which {@code process} has not made any call. */
    public static State initial(Topology topology, Process process) {
        SortedMap<String, GroupState> groups = new TreeMap<>();
        for (Group group : topology.groups()) {
            groups.put(group.alias(), GroupState.idle(group.alias()));
        }
        return new State(topology, process, new TreeMap<>(), new TreeMap<>(), groups, List.of());
    }

    /** Returns what {@code handle} stands for, if it is open. */
    public Optional<Handle> handle(String handle) {
        return Optional.ofNullable(handles.get(handle));
    }

    /**
     * Returns the container of this name.
     *
     * @throws IllegalStateException when there is none: a defect of the model
     */
    public Container container(String name) {
        return required(containers.get(name), name);
    }

    /**
     * Returns the group of this alias.
     *
     * @throws IllegalStateException when there is none: a defect of the model
     */
    public GroupState group(String alias) {
        return required(groups.get(alias), alias);
    }

    /** Returns the registered region of exactly this start and size, if there is one. */
    public Optional<Region> region(Region.Key key) {
        return regions.find(key);
    }

    /** Returns this with {@code handle} open. */
    public State open(String handle, Handle what) {
        return handling(SharedMap.of(handles).with(handle, what));
    }

    /** Returns this with {@code handle} closed. */
    public State close(String handle) {
        return handling(SharedMap.of(handles).without(handle));
    }

    private State handling(SortedMap<String, Handle> next) {
        return new State(topology, process, next, containers, groups, regions, current, others, programs);
    }

    /** Returns this with another state of a container; one that nobody holds is gone. */
    public State with(Container container) {
        return container.open() || !container.groups().isEmpty()
                ? keep(container)
                : containing(SharedMap.of(containers).without(container.name()));
    }

    /** Returns this with another state of a container, which stays even when nobody holds it. */
    public State keep(Container container) {
        return containing(SharedMap.of(containers).with(container.name(), container));
    }

    private State containing(SortedMap<String, Container> next) {
        return next == containers
                ? this
                : new State(topology, process, handles, next, groups, regions, current, others, programs);
    }

    /** Returns this with another state of a group. */
    public State with(GroupState group) {
        SortedMap<String, GroupState> next = SharedMap.of(groups).with(group.alias(), group);
        return new State(topology, process, handles, containers, next, regions, current, others, programs);
    }

    /** Returns this with another memory of a program. */
    public State with(String name, Program program) {
        SortedMap<String, Program> next = SharedMap.of(programs).with(name, program);
        return new State(topology, process, handles, containers, groups, regions, current, others, next);
    }

    /** Returns what the program of this name remembers, if one was started. */
    public Optional<Program> program(String name) {
        return Optional.ofNullable(programs.get(name));
    }

    /** Returns this with another state of the process. */
    @SuppressWarnings("ReferenceEquality") // the very same one needs no new state; comparing would cost more than that
    public State with(Process next) {
        return next == process
                ? this
                : new State(topology, next, handles, containers, groups, regions, current, others, programs);
    }

    /** Returns this with {@code region} in place of the one with the same key, or added. */
    public State with(Region region) {
        return registered(regions.with(region));
    }

    /** Returns this without the region {@code key}. */
    public State without(Region.Key key) {
        return registered(regions.without(key));
    }

    private State registered(MemoryList<Region> next) {
        return new State(topology, process, handles, containers, groups, next, current, others, programs);
    }

    /** Returns this with {@code pages} more (or, negative, fewer) host pages locked. */
    public State locking(long pages) {
        return with(process.locking(pages));
    }

    private static <T> T required(@org.jspecify.annotations.Nullable T found, String name) {
        if (found == null) {
            throw new IllegalStateException("the model lost track of " + name);
        }
        return found;
    }

    /** Returns this with another state of the process that makes the calls. */
    public State calling(Process next) {
        return new State(topology, next, handles, containers, groups, regions, current, others, programs);
    }

    /** Whether a process of this name can make calls. */
    public boolean lives(String name) {
        return name.equals(current)
                ? process.alive()
                : Optional.ofNullable(others.get(name))
                        .map(kin -> kin.process().alive())
                        .orElse(false);
    }

    /**
     * Returns this as another process sees it, dead or alive.
     *
     * @throws IllegalStateException when there never was one of this name: a defect of the model
     */
    public State as(String name) {
        if (name.equals(current)) {
            return this;
        }
        Kin next = required(others.get(name), "process " + name);
        SortedMap<String, Kin> rest =
                SharedMap.of(others).without(name).with(current, new Kin(process, handles, regions));
        return new State(
                topology, next.process(), next.handles(), containers, groups, next.regions(), name, rest, programs);
    }

    /** Returns this with {@code child} as a child of the current process. */
    public State forked(String child) {
        SortedMap<String, Kin> next = SharedMap.of(others).with(child, new Kin(process, handles, regions).child());
        return new State(topology, process, handles, containers, groups, regions, current, next, programs);
    }

    /** Returns this after the end of a process, which has closed its descriptors. */
    public State ended(String name) {
        if (name.equals(current)) {
            return calling(process.ended());
        }
        Kin kin = others.get(name);
        if (kin == null) {
            return this;
        }
        SortedMap<String, Kin> next = SharedMap.of(others).with(name, kin.ended());
        return new State(topology, process, handles, containers, groups, regions, current, next, programs);
    }

    /** Whether a descriptor or a mapping of any process stands for the same open file as {@code file}. */
    public boolean refersTo(Handle file) {
        return new Kin(process, handles, regions).refersTo(file)
                || others.values().stream().anyMatch(kin -> kin.refersTo(file));
    }
}
