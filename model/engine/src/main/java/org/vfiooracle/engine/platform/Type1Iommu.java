// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.platform;

import java.util.List;

/**
 * What an IOMMU of the Type1 driver can translate.
 *
 * @param ranges the bus addresses that can be mapped, in order: what it can translate without what interrupts need
 * @param pageSizes the mask of page sizes that is reported
 * @param enforcesCoherency whether it can make a device respect caches, whatever the device asks for
 */
public record Type1Iommu(List<Range> ranges, long pageSizes, boolean enforcesCoherency) {
    /** What a machine without such an IOMMU has. */
    public static final Type1Iommu NONE = new Type1Iommu(List.of(), 0, false);

    /** Bus addresses from {@code start} to {@code end}, both included. */
    public record Range(long start, long end) {}

    public Type1Iommu {
        ranges = List.copyOf(ranges);
    }

    /** Whether all addresses from {@code first} to {@code last} can be mapped. */
    public boolean translates(long first, long last) {
        return ranges.stream()
                .anyMatch(range -> Long.compareUnsigned(first, range.start()) >= 0
                        && Long.compareUnsigned(last, range.end()) <= 0);
    }
}
