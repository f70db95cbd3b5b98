// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.topology;

/**
 * An IOMMU group, which on POWER is a PE.
 *
 * @param alias its name in cases: {@code A}
 * @param phb ordinal of its PCI host bridge
 * @param devices number of functions in it; device {@code A.0} is the first
 * @param weight what its devices weigh when a P7IOC shares out 32-bit DMA space; see docs/scope.md
 */
public record Group(String alias, int phb, int devices, int weight) {
    /** Tells whether {@code device} is an alias of a device of this group. */
    public boolean has(String device) {
        for (int i = 0; i < devices; i++) {
            if (device.equals(alias + "." + i)) {
                return true;
            }
        }
        return false;
    }
}
