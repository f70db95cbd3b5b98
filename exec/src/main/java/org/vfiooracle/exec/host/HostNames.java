// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.topology.Device;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

/**
 * What a program calls the groups and devices of a topology: as the machine that it describes does. Where it says nothing of that, a
 * group has its ordinal as number, and a device has as address the PHB as domain, the ordinal of its group on that PHB, from 1, as
 * bus, and its ordinal in the group as function. So a device has the same address on every platform.
 */
public final class HostNames {
    private static final int FUNCTIONS = 8;
    private static final HexFormat HEX = HexFormat.of();

    private final List<Named> devices = new ArrayList<>();
    private final Map<String, Integer> groups = new LinkedHashMap<>();

    /**
     * A device.
     *
     * @param address {@code 0000:01:00.0}
     * @param alias {@code A.0}
     * @param group number of its group
     * @param device the device
     */
    public record Named(String address, String alias, int group, Device device) {
        /** The PCI domain in its address. */
        public String domain() {
            return address.substring(0, address.indexOf(':'));
        }

        /** What it is. */
        public PciIds ids() {
            return PciIds.of(device.model()).orElseThrow();
        }
    }

    /** Names everything in a topology as its file describes it, before a generation has moved groups to bridges of their own. */
    public HostNames(Topology topology) {
        Map<Integer, Integer> buses = new HashMap<>();
        for (Group group : topology.groups()) {
            int number = group.number().orElse(groups.size());
            groups.put(group.alias(), number);
            int bus = buses.merge(group.phb(), 1, Integer::sum);
            for (int i = 0; i < group.devices().size(); i++) {
                Device device = group.devices().get(i);
                String made = HEX.toHexDigits(group.phb(), 4) + ":" + HEX.toHexDigits(bus, 2) + ":"
                        + HEX.toHexDigits(i / FUNCTIONS, 2) + "." + i % FUNCTIONS;
                devices.add(new Named(device.address().orElse(made), group.alias() + "." + i, number, device));
            }
        }
    }

    /** All devices, in the order of the topology. */
    public List<Named> devices() {
        return List.copyOf(devices);
    }

    /** Returns the alias of the group of this number. */
    public Optional<String> group(String number) {
        return groups.entrySet().stream()
                .filter(group -> number.equals(String.valueOf(group.getValue())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the number of the group of this alias. */
    public int number(String alias) {
        return Optional.ofNullable(groups.get(alias)).orElse(-1);
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
