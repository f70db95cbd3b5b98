// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.host;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a kind of device introduces itself. Source of the numbers: the PCI id database.
 *
 * @param vendor vendor id
 * @param device device id
 * @param classCode class, subclass and interface
 * @param bars sizes of its memory regions in bytes, powers of two; 0 for one that it has not
 */
public record PciIds(int vendor, int device, int classCode, List<Integer> bars) {
    private static final PciIds OTHER = new PciIds(0x1b36, 0x0005, 0xff0000, List.of(0x1000));

    private static final Map<String, PciIds> KNOWN = new TreeMap<>(Map.of(
            "edu", new PciIds(0x1234, 0x11e8, 0x00ff00, List.of(0x100000)),
            "e1000e", new PciIds(0x8086, 0x10d3, 0x020000, List.of(0x20000, 0x20000, 0, 0x4000)),
            "nvme", new PciIds(0x1b36, 0x0010, 0x010802, List.of(0x4000)),
            "pci-testdev", new PciIds(0x1b36, 0x0005, 0x00ff00, List.of(0x1000))));

    public PciIds {
        bars = List.copyOf(bars);
    }

    /** Returns the numbers of a model; those of a test device for one that is not known. */
    public static PciIds of(String model) {
        return KNOWN.getOrDefault(model, OTHER);
    }
}
