// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.memlock;

/**
 * A DMA window that is made with VFIO_IOMMU_SPAPR_TCE_CREATE.
 *
 * @param pageShift binary logarithm of the IOMMU page size
 * @param size bytes
 * @param levels levels of the TCE table
 */
public record WantedWindow(int pageShift, long size, int levels) {}
