// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.topology;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An IOMMU group, which on POWER is a PE.
 *
 * @param alias its name in cases: {@code A}
 * @param phb ordinal of its PCI host bridge
 * @param devices the functions in it; device {@code A.0} is the first
 * @param weight what its devices weigh when a P7IOC shares out 32-bit DMA space; see docs/reference/scope.md
 * @param permitted whether a process that may not override permissions may open its node
 * @param number what its machine calls it, if somebody said so; no answer depends on it
 */
public record Group(String alias, int phb, List<Device> devices, int weight, boolean permitted, OptionalInt number) {
    public Group {
        devices = List.copyOf(devices);
    }

    /** Makes a group that everybody may open. */
    public Group(String alias, int phb, List<Device> devices, int weight) {
        this(alias, phb, devices, weight, true, OptionalInt.empty());
    }

    /** Makes a group of {@code devices} functions that nothing is known of. */
    public Group(String alias, int phb, int devices, int weight) {
        this(alias, phb, Collections.nCopies(devices, Device.ANY), weight);
    }

    /** Whether the host uses none of its devices, so that user space may use all of them. */
    public boolean viable() {
        return devices.stream().noneMatch(Device::ofHost);
    }

    /** Returns this on another PHB. */
    public Group on(int other) {
        return new Group(alias, other, devices, weight, permitted, number);
    }

    /** Tells whether {@code device} is an alias of a device of this group. */
    public boolean has(String device) {
        return device(device).isPresent();
    }

    /** Returns the device of an alias such as {@code A.0}, if this group has it. */
    public Optional<Device> device(String device) {
        for (int i = 0; i < devices.size(); i++) {
            if (device.equals(alias + "." + i)) {
                return Optional.of(devices.get(i));
            }
        }
        return Optional.empty();
    }
}
