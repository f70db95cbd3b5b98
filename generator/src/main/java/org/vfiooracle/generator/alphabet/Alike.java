// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.alphabet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

/**
 * Which groups of a machine are interchangeable: calls cannot tell them apart before one of them is used. Where the bridge shares
 * out the 32-bit space by position, no two are.
 */
public final class Alike {
    private final Map<String, Integer> kinds = new HashMap<>();

    /** Looks at the groups of a machine, as far as the calls of an alphabet can; {@code named} tells all of them apart. */
    public Alike(Alphabet alphabet, Profile profile, Topology topology, boolean named) {
        boolean devices = alphabet.has("VFIO_GROUP_GET_DEVICE_FD") || alphabet.has("VFIO_EEH_PE_OP");
        Map<List<Object>, Integer> known = new HashMap<>();
        for (Group group : topology.groups()) {
            List<Object> kind = named ? List.of(group.alias()) : kind(group, profile, topology, devices);
            kinds.put(group.alias(), known.computeIfAbsent(kind, k -> known.size()));
        }
    }

    /** The kind of a group: a number that it shares with those that are interchangeable with it. */
    public int kind(String alias) {
        Integer kind = kinds.get(alias);
        if (kind == null) {
            throw new IllegalArgumentException("the topology has no group " + alias);
        }
        return kind;
    }

    private static List<Object> kind(Group group, Profile profile, Topology topology, boolean devices) {
        if (profile.hardware().bootWindow() != Hardware.BootWindow.WHOLE) {
            return List.of(group.alias());
        }
        if (!devices) {
            return List.of(group.devices().size());
        }
        boolean shares = topology.groups().stream()
                .anyMatch(other -> other.phb() == group.phb() && !other.alias().equals(group.alias()));
        return List.of(group.devices(), shares);
    }
}
