// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.engine.state.Program;
import org.vfiooracle.programs.guest.Guest;

/**
 * What QEMU remembers.
 *
 * @param memory the memory of the guest, in order of address
 * @param spaces its containers, newest first, by the bridge whose address space they serve
 * @param groups the groups that it has open, by alias
 * @param devices its devices, in the order in which they came
 * @param hosts what it knows of the host about bridges, by bridge; nothing since 2.6
 * @param guest what the guest sees; without bridges on x86
 * @param listenerLeft whether a container that it freed still listens to the memory of the guest
 */
record QemuState(
        List<Section> memory,
        SortedMap<Integer, List<HostContainer>> spaces,
        SortedMap<String, HostGroup> groups,
        List<HostDevice> devices,
        SortedMap<Integer, HostBridge> hosts,
        Guest guest,
        boolean listenerLeft)
        implements Program {
    QemuState {
        memory = List.copyOf(memory);
        spaces = Collections.unmodifiableSortedMap(new TreeMap<>(spaces));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        devices = List.copyOf(devices);
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    }

    /** A group that is open: its descriptor, the bridge of the guest, and the descriptor of its container. */
    record HostGroup(String alias, String fd, int bridge, String container) {}

    /**
     * A bridge that is made for devices of the host.
     *
     * @param group alias of the group that it was made for; empty when it was made for any
     * @param dynamic whether its containers make windows
     * @param windows how many windows they can make
     * @param pageSizes the sizes of their pages, as a mask
     * @param levels how many levels their tables can have
     */
    record HostBridge(String group, boolean dynamic, int windows, long pageSizes, int levels) {
        /** A bridge made for a group, or for any. */
        static HostBridge madeFor(String group) {
            return new HostBridge(group, false, 0, 0, 0);
        }
    }

    /** A device: its alias, its descriptor, the bridge of the guest. */
    record HostDevice(String alias, String fd, int bridge) {
        String group() {
            return alias.substring(0, alias.indexOf('.'));
        }
    }

    /** The group that a bridge was made for. */
    Optional<String> madeFor(int bridge) {
        return Optional.ofNullable(hosts.get(bridge)).map(HostBridge::group).filter(group -> !group.isEmpty());
    }

    /** What is known of the host about a bridge. */
    HostBridge host(int bridge) {
        return hosts.getOrDefault(bridge, HostBridge.madeFor(""));
    }

    /** Whether a bridge has devices. */
    boolean hasDevices(int bridge) {
        return devices.stream().anyMatch(device -> device.bridge() == bridge);
    }

    QemuState with(int bridge, HostBridge host) {
        SortedMap<Integer, HostBridge> next = new TreeMap<>(hosts);
        next.put(bridge, host);
        return new QemuState(memory, spaces, groups, devices, next, guest, listenerLeft);
    }

    static QemuState starting(List<Section> memory, SortedMap<Integer, HostBridge> hosts, Guest guest) {
        return new QemuState(memory, new TreeMap<>(), new TreeMap<>(), List.of(), hosts, guest, false);
    }

    /** Returns this with a container that was freed and still listens. */
    QemuState leavingListener() {
        return new QemuState(memory, spaces, groups, devices, hosts, guest, true);
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
        return new QemuState(memory, spaces, groups, devices, hosts, next, listenerLeft);
    }

    QemuState with(List<Section> next) {
        return new QemuState(next, spaces, groups, devices, hosts, guest, listenerLeft);
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
        return new QemuState(memory, next, groups, devices, hosts, guest, listenerLeft);
    }

    QemuState with(HostGroup group) {
        SortedMap<String, HostGroup> next = new TreeMap<>(groups);
        next.put(group.alias(), group);
        return new QemuState(memory, spaces, next, devices, hosts, guest, listenerLeft);
    }

    QemuState without(HostGroup group) {
        SortedMap<String, HostGroup> next = new TreeMap<>(groups);
        next.remove(group.alias());
        return new QemuState(memory, spaces, next, devices, hosts, guest, listenerLeft);
    }

    QemuState with(HostDevice device) {
        List<HostDevice> next = new ArrayList<>(devices);
        next.add(device);
        return new QemuState(memory, spaces, groups, next, hosts, guest, listenerLeft);
    }

    QemuState without(HostDevice device) {
        return new QemuState(
                memory,
                spaces,
                groups,
                devices.stream().filter(d -> !d.equals(device)).toList(),
                hosts,
                guest,
                listenerLeft);
    }
}
