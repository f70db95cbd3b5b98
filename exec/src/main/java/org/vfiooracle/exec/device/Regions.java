// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.device;

import org.vfiooracle.exec.host.Bar;
import org.vfiooracle.exec.host.PciIds;

/** Where vfio-pci shows the regions of a device in its descriptor. Source: vfio_pci_core.h, {@code <linux/vfio.h>}. */
final class Regions {
    /** The regions that every PCI device has numbers for: six BARs, ROM, configuration space, VGA. */
    static final int COUNT = 9;

    static final int CONFIG = 7;
    static final int VGA = 8;

    private static final int SHIFT = 40;

    private Regions() {}

    static long offset(int region) {
        return (long) region << SHIFT;
    }

    static int at(long offset) {
        return (int) (offset >>> SHIFT);
    }

    static long within(long offset) {
        return offset & (1L << SHIFT) - 1;
    }

    /** Whether a region can be mapped: memory can, I/O ports cannot. */
    static boolean mappable(PciIds ids, int region) {
        return region >= 0
                && region < ids.bars().size()
                && ids.bars().get(region).there()
                && ids.bars().get(region).kind() != Bar.Kind.PORTS;
    }

    /** Returns the size in bytes; 0 for a region that the device does not have. */
    static long size(PciIds ids, int region) {
        if (region == CONFIG) {
            return ConfigSpace.SIZE;
        }
        return region >= 0 && region < ids.bars().size()
                ? ids.bars().get(region).size()
                : 0;
    }
}
