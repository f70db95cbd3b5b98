// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.Optional;

/**
 * The VFIO side of an IOMMU group.
 *
 * @param alias its name in the topology
 * @param open whether its descriptor is open
 * @param container the container it is in, if any
 * @param devices number of open device descriptors
 * @param windowRefused the hypervisor has once refused it a window
 * @param inReset its PE was reset by EEH, and nobody has ended that yet
 * @param left entries that VFIO has left behind in the table of boot time
 */
public record GroupState(
        String alias,
        boolean open,
        Optional<String> container,
        int devices,
        boolean windowRefused,
        boolean inReset,
        Tces left) {
    /** Makes a group that no hypervisor has refused anything, and whose table is clean. */
    public GroupState(String alias, boolean open, Optional<String> container, int devices) {
        this(alias, open, container, devices, false, false, Tces.NONE);
    }

    /** Returns a group that nobody has opened. */
    public static GroupState idle(String alias) {
        return new GroupState(alias, false, Optional.empty(), 0);
    }

    /** Returns this with its descriptor open or closed. */
    public GroupState opened(boolean yes) {
        return new GroupState(alias, yes, container, devices, windowRefused, inReset, left);
    }

    /** Returns this in a container, or in none. */
    public GroupState in(Optional<String> next) {
        return new GroupState(alias, open, next, devices, windowRefused, inReset, left);
    }

    /** Returns this with {@code more} open device descriptors. */
    public GroupState devices(int more) {
        return new GroupState(alias, open, container, devices + more, windowRefused, inReset, left);
    }

    /** Returns this after the hypervisor refused it a window. */
    public GroupState refusedWindow() {
        return new GroupState(alias, open, container, devices, true, inReset, left);
    }

    /** Returns this with its PE in reset, or out of it. */
    public GroupState reset(boolean held) {
        return new GroupState(alias, open, container, devices, windowRefused, held, left);
    }

    /** Returns this with {@code entries} left behind in its table. */
    public GroupState leaving(Tces entries) {
        return new GroupState(alias, open, container, devices, windowRefused, inReset, entries);
    }
}
