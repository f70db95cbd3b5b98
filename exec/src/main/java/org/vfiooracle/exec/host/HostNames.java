// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.topology.Device;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

/**
 * What a program calls the groups and devices of a topology. A group has its ordinal as number; a device has as address the
 * PHB as domain, the ordinal of its group on that PHB, from 1, as bus, and its ordinal in the group as function. So a device
 * has the same address on every platform.
 */
public final class HostNames {
    private final List<Named> devices = new ArrayList<>();
    private final Topology topology;

    /**
     * A device.
     *
     * @param address {@code 0000:01:00.0}
     * @param alias {@code A.0}
     * @param group number of its group
     * @param device the device
     */
    public record Named(String address, String alias, int group, Device device) {
        public PciIds ids() {
            return PciIds.of(device.model()).orElseThrow();
        }
    }

    /** Names everything in a topology as its file describes it, before a generation has moved groups to bridges of their own. */
    public HostNames(Topology topology) {
        this.topology = topology;
        Map<Integer, Integer> buses = new HashMap<>();
        for (int number = 0; number < topology.groups().size(); number++) {
            Group group = topology.groups().get(number);
            int bus = buses.merge(group.phb(), 1, Integer::sum);
            for (int i = 0; i < group.devices().size(); i++) {
                String address = String.format(Locale.ROOT, "%04x:%02x:00.%d", group.phb(), bus, i);
                devices.add(new Named(
                        address,
                        group.alias() + "." + i,
                        number,
                        group.devices().get(i)));
            }
        }
    }

    /** All devices, in the order of the topology. */
    public List<Named> devices() {
        return List.copyOf(devices);
    }

    /** Returns the alias of the group of this number. */
    public Optional<String> group(String number) {
        return number.matches("[0-9]{1,6}")
                        && Integer.parseInt(number) < topology.groups().size()
                ? Optional.of(topology.groups().get(Integer.parseInt(number)).alias())
                : Optional.empty();
    }

    /** Returns the number of the group of this alias. */
    public int number(String alias) {
        return topology.groups().stream().map(Group::alias).toList().indexOf(alias);
    }

    /** Returns the device at an address. */
    public Optional<Named> at(String address) {
        return devices.stream().filter(named -> named.address().equals(address)).findFirst();
    }

    /** Returns the device of an alias. */
    public Optional<Named> device(String alias) {
        return devices.stream().filter(named -> named.alias().equals(alias)).findFirst();
    }
}
