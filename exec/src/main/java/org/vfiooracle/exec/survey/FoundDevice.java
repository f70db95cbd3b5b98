// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.util.OptionalInt;
import java.util.Set;
import org.vfiooracle.engine.topology.Device;
import org.vfiooracle.exec.host.PciIds;

/**
 * A PCI function of a real computer.
 *
 * @param address {@code 0000:3b:00.0}
 * @param root what it hangs below: a root bus such as {@code pci0000:3a}, or a PCI domain
 * @param ids what it is
 * @param reset how it can be reset
 * @param resetFrom where that was found, or that it is assumed
 * @param group the number of its IOMMU group, if it is in one
 */
public record FoundDevice(
        String address, String root, PciIds ids, Device.Reset reset, String resetFrom, OptionalInt group) {
    private static final int CLASS_SHIFT = 8;

    /** To PCI, to CardBus, and semi-transparent: these have another header, and vfio-pci does not take them. */
    private static final Set<Integer> BRIDGES = Set.of(0x0604, 0x0607, 0x0609);

    /** Whether it is a bridge to another bus. */
    boolean bridge() {
        return BRIDGES.contains(ids.classCode() >> CLASS_SHIFT);
    }

    /** Whether a topology has it. */
    boolean passable() {
        return !bridge() && group.isPresent();
    }
}
