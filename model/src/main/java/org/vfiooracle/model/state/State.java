// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.model.topology.Group;
import org.vfiooracle.model.topology.Topology;

/**
 * Everything the model remembers between two calls; immutable.
 *
 * @param topology the machine
 * @param process the process that makes the calls
 * @param handles open descriptors, by handle
 * @param containers living containers, by name
 * @param groups all groups, by alias
 * @param regions preregistered memory of the process, oldest first
 */
public record State(
        Topology topology,
        Process process,
        SortedMap<String, Handle> handles,
        SortedMap<String, Container> containers,
        SortedMap<String, GroupState> groups,
        List<Region> regions) {
    public State {
        handles = Collections.unmodifiableSortedMap(new TreeMap<>(handles));
        containers = Collections.unmodifiableSortedMap(new TreeMap<>(containers));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        regions = List.copyOf(regions);
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
        return regions.stream().filter(r -> r.key().equals(key)).findFirst();
    }

    /** Returns this with {@code handle} open. */
    public State open(String handle, Handle what) {
        SortedMap<String, Handle> next = new TreeMap<>(handles);
        next.put(handle, what);
        return new State(topology, process, next, containers, groups, regions);
    }

    /** Returns this with {@code handle} closed. */
    public State close(String handle) {
        SortedMap<String, Handle> next = new TreeMap<>(handles);
        next.remove(handle);
        return new State(topology, process, next, containers, groups, regions);
    }

    /** Returns this with another state of a container; one that nobody holds is gone. */
    public State with(Container container) {
        if (container.open() || !container.groups().isEmpty()) {
            return keep(container);
        }
        SortedMap<String, Container> next = new TreeMap<>(containers);
        next.remove(container.name());
        return new State(topology, process, handles, next, groups, regions);
    }

    /** Returns this with another state of a container, which stays even when nobody holds it. */
    public State keep(Container container) {
        SortedMap<String, Container> next = new TreeMap<>(containers);
        next.put(container.name(), container);
        return new State(topology, process, handles, next, groups, regions);
    }

    /** Returns this with another state of a group. */
    public State with(GroupState group) {
        SortedMap<String, GroupState> next = new TreeMap<>(groups);
        next.put(group.alias(), group);
        return new State(topology, process, handles, containers, next, regions);
    }

    /** Returns this with another state of the process. */
    public State with(Process next) {
        return new State(topology, next, handles, containers, groups, regions);
    }

    /** Returns this with {@code region} in place of the one with the same key, or added. */
    public State with(Region region) {
        List<Region> next = new ArrayList<>(regions);
        int at = keys(next).indexOf(region.key());
        if (at < 0) {
            next.add(region);
        } else {
            next.set(at, region);
        }
        return new State(topology, process, handles, containers, groups, next);
    }

    /** Returns this without the region {@code key}. */
    public State without(Region.Key key) {
        List<Region> next = new ArrayList<>(regions);
        next.removeIf(r -> r.key().equals(key));
        return new State(topology, process, handles, containers, groups, next);
    }

    /** Returns this with {@code pages} more (or, negative, fewer) host pages locked. */
    public State locking(long pages) {
        return with(process.locking(pages));
    }

    private static List<Region.Key> keys(List<Region> regions) {
        return regions.stream().map(Region::key).toList();
    }

    private static <T> T required(@org.jspecify.annotations.Nullable T found, String name) {
        if (found == null) {
            throw new IllegalStateException("the model lost track of " + name);
        }
        return found;
    }
}
