// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.memlock;

import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to do, as far as it decides how much memory is locked.
 *
 * @param ram bytes of memory that devices are to reach: the memory of a guest
 * @param devices how many devices, each in a group of its own on a PHB of its own
 * @param program the program that makes the calls; without one the calls are made that such programs make
 * @param windows the DMA windows that replace the default one; none leaves it alone
 * @param viommu whether each device has an address space of its own, as below a virtual IOMMU
 */
public record LockQuestion(
        long ram, int devices, Optional<String> program, List<WantedWindow> windows, boolean viommu) {
    public LockQuestion {
        windows = List.copyOf(windows);
    }
}
