// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.topology;

import java.util.List;
import java.util.Optional;

/**
 * The groups of a machine and the PHBs they are on.
 *
 * @param name how cases refer to it
 * @param ramBytes memory of the machine, which bounds window sizes on old kernels
 * @param emulated whether its bridges are emulated, which freeze no PE
 * @param interruptRemapping whether a device can raise no other interrupts than its own; only Type1 asks for it
 * @param groups all groups, by alias
 */
public record Topology(String name, long ramBytes, boolean emulated, boolean interruptRemapping, List<Group> groups) {
    /** Makes a topology of real bridges. */
    public Topology(String name, long ramBytes, List<Group> groups) {
        this(name, ramBytes, false, true, groups);
    }

    public Topology {
        groups = List.copyOf(groups);
    }

    /** Returns the group with this alias, if there is one. */
    public Optional<Group> group(String alias) {
        for (Group group : groups) {
            if (group.alias().equals(alias)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** Whether the host keeps nothing for itself, and its devices raise no interrupts of others. */
    public boolean ordinary() {
        return interruptRemapping && groups.stream().allMatch(group -> group.viable() && group.permitted());
    }

    /** Returns this with other groups. */
    public Topology with(List<Group> others) {
        return new Topology(name, ramBytes, emulated, interruptRemapping, others);
    }

    /** Number of PHBs in use. */
    public int phbs() {
        return (int) groups.stream().mapToInt(Group::phb).distinct().count();
    }
}
