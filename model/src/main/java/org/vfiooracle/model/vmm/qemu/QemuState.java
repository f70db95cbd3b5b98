// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.vmm.qemu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.model.guest.Guest;
import org.vfiooracle.model.state.Program;

/**
 * What QEMU remembers.
 *
 * @param memory the memory of the guest, in order of address
 * @param spaces its containers, newest first, by the bridge whose address space they serve
 * @param groups the groups that it has open, by alias
 * @param devices its devices, in the order in which they came
 * @param guest what the guest sees; without bridges on x86
 */
record QemuState(
        List<Section> memory,
        SortedMap<Integer, List<HostContainer>> spaces,
        SortedMap<String, HostGroup> groups,
        List<HostDevice> devices,
        Guest guest)
        implements Program {
    QemuState {
        memory = List.copyOf(memory);
        spaces = Collections.unmodifiableSortedMap(new TreeMap<>(spaces));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        devices = List.copyOf(devices);
    }

    /** A group that is open: its descriptor, the bridge of the guest, and the descriptor of its container. */
    record HostGroup(String alias, String fd, int bridge, String container) {}

    /** A device: its alias, its descriptor, the bridge of the guest. */
    record HostDevice(String alias, String fd, int bridge) {
        String group() {
            return alias.substring(0, alias.indexOf('.'));
        }
    }

    static QemuState starting(List<Section> memory, Guest guest) {
        return new QemuState(memory, new TreeMap<>(), new TreeMap<>(), List.of(), guest);
    }

    /** The containers of an address space, newest first. */
    List<HostContainer> containers(int bridge) {
        return spaces.getOrDefault(bridge, List.of());
    }

    HostContainer container(int bridge, String fd) {
        return containers(bridge).stream()
                .filter(container -> container.fd().equals(fd))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the model of QEMU lost track of " + fd));
    }

    /** The containers of an address space, oldest first: the order in which they listen. */
    List<HostContainer> listeners(int bridge) {
        List<HostContainer> oldestFirst = new ArrayList<>(containers(bridge));
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    Optional<HostGroup> group(String alias) {
        return Optional.ofNullable(groups.get(alias));
    }

    Optional<HostDevice> device(String alias) {
        return devices.stream().filter(device -> device.alias().equals(alias)).findFirst();
    }

    QemuState with(Guest next) {
        return new QemuState(memory, spaces, groups, devices, next);
    }

    QemuState with(List<Section> next) {
        return new QemuState(next, spaces, groups, devices, guest);
    }

    /** Returns this with a new container, which is the newest, or with another state of one. */
    QemuState with(int bridge, HostContainer container) {
        List<HostContainer> next = new ArrayList<>(containers(bridge));
        int at = next.stream().map(HostContainer::fd).toList().indexOf(container.fd());
        if (at < 0) {
            next.add(0, container);
        } else {
            next.set(at, container);
        }
        return withSpace(bridge, next);
    }

    QemuState without(int bridge, HostContainer container) {
        return withSpace(
                bridge,
                containers(bridge).stream()
                        .filter(c -> !c.fd().equals(container.fd()))
                        .toList());
    }

    private QemuState withSpace(int bridge, List<HostContainer> containers) {
        SortedMap<Integer, List<HostContainer>> next = new TreeMap<>(spaces);
        next.put(bridge, List.copyOf(containers));
        return new QemuState(memory, next, groups, devices, guest);
    }

    QemuState with(HostGroup group) {
        SortedMap<String, HostGroup> next = new TreeMap<>(groups);
        next.put(group.alias(), group);
        return new QemuState(memory, spaces, next, devices, guest);
    }

    QemuState without(HostGroup group) {
        SortedMap<String, HostGroup> next = new TreeMap<>(groups);
        next.remove(group.alias());
        return new QemuState(memory, spaces, next, devices, guest);
    }

    QemuState with(HostDevice device) {
        List<HostDevice> next = new ArrayList<>(devices);
        next.add(device);
        return new QemuState(memory, spaces, groups, next, guest);
    }

    QemuState without(HostDevice device) {
        return new QemuState(
                memory,
                spaces,
                groups,
                devices.stream().filter(d -> !d.equals(device)).toList(),
                guest);
    }
}
