// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vfiooracle.engine.state.Program;

/**
 * What a program has open, and the memory that it gives to devices; each in the order in which it came.
 *
 * @param containers descriptors
 * @param groups groups that are open
 * @param devices devices that are open
 * @param memory memory for devices
 * @param window bytes of the DMA window that it has made, or of bus addresses that it has used up; 0 for none
 * @param type the IOMMU type of its container, where it has one for all; 0 for none
 */
public record Holdings(
        List<String> containers, List<Held> groups, List<Held> devices, List<Piece> memory, long window, int type)
        implements Program {
    /** A program that has just begun. */
    public static final Holdings NONE = new Holdings(List.of(), List.of(), List.of(), List.of(), 0, 0);

    public Holdings {
        containers = List.copyOf(containers);
        groups = List.copyOf(groups);
        devices = List.copyOf(devices);
        memory = List.copyOf(memory);
    }

    /**
     * A group or a device.
     *
     * @param alias its name in the topology
     * @param fd its descriptor
     * @param container the descriptor of the container of a group; empty for a device
     */
    public record Held(String alias, String fd, String container) {
        /** The alias of the group of a device. */
        public String group() {
            return groupOf(alias);
        }
    }

    /** The alias of the group of a device. */
    public static String groupOf(String device) {
        return device.substring(0, device.indexOf('.'));
    }

    /** The group of this alias, if it is open. */
    public Optional<Held> group(String alias) {
        return groups.stream().filter(group -> group.alias().equals(alias)).findFirst();
    }

    /** The device of this alias, if it is open. */
    public Optional<Held> device(String alias) {
        return devices.stream().filter(device -> device.alias().equals(alias)).findFirst();
    }

    /** Whether a device of a group is open. */
    public boolean uses(String group) {
        return devices.stream().anyMatch(device -> device.group().equals(group));
    }

    /** Whether a group is in a container. */
    public boolean fills(String container) {
        return groups.stream().anyMatch(group -> group.container().equals(container));
    }

    /** Returns this with a container. */
    public Holdings container(String fd) {
        return new Holdings(plus(containers, fd), groups, devices, memory, window, type);
    }

    /** Returns this without a container. */
    public Holdings withoutContainer(String fd) {
        return new Holdings(minus(containers, fd::equals), groups, devices, memory, window, type);
    }

    /** Returns this with a group that is in a container. */
    public Holdings group(String alias, String fd, String container) {
        return new Holdings(containers, plus(groups, new Held(alias, fd, container)), devices, memory, window, type);
    }

    /** Returns this without a group. */
    public Holdings withoutGroup(String alias) {
        return new Holdings(
                containers, minus(groups, group -> group.alias().equals(alias)), devices, memory, window, type);
    }

    /** Returns this with a device. */
    public Holdings device(String alias, String fd) {
        return new Holdings(containers, groups, plus(devices, new Held(alias, fd, "")), memory, window, type);
    }

    /** Returns this without a device. */
    public Holdings withoutDevice(String alias) {
        return new Holdings(
                containers, groups, minus(devices, device -> device.alias().equals(alias)), memory, window, type);
    }

    /** Returns this with more memory. */
    public Holdings with(Piece piece) {
        return new Holdings(containers, groups, devices, plus(memory, piece), window, type);
    }

    /** Returns this with a DMA window of this many bytes. */
    public Holdings window(long bytes) {
        return new Holdings(containers, groups, devices, memory, bytes, type);
    }

    /** Returns this with the IOMMU type that was set. */
    public Holdings type(int set) {
        return new Holdings(containers, groups, devices, memory, window, set);
    }

    private static <T> List<T> plus(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static <T> List<T> minus(List<T> all, Predicate<T> gone) {
        return all.stream().filter(gone.negate()).toList();
    }
}
