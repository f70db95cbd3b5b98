// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.util.List;
import java.util.OptionalLong;

/**
 * What was found of a computer.
 *
 * @param source what somebody gave, as they named it
 * @param devices its PCI functions, at least one of which is in an IOMMU group
 * @param ram where its memory ends, in bytes, if the source says so
 * @param ramFrom where that was found
 * @param gaps what the source does not say, and what is assumed instead
 */
public record Survey(String source, List<FoundDevice> devices, OptionalLong ram, String ramFrom, List<String> gaps) {
    public Survey {
        devices = List.copyOf(devices);
        gaps = List.copyOf(gaps);
    }

    /** Returns this with the memory that somebody named. */
    public Survey withRam(long bytes, String from) {
        return new Survey(source, devices, OptionalLong.of(bytes), from, gaps);
    }

    /** How many bridges are left out: VFIO does not take them. */
    public long bridges() {
        return devices.stream().filter(FoundDevice::bridge).count();
    }

    /** How many devices are left out because they are in no IOMMU group. */
    public long alone() {
        return devices.stream()
                .filter(device -> !device.bridge() && device.group().isEmpty())
                .count();
    }
}
