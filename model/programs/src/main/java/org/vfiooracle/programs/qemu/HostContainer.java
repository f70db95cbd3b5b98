// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.ArrayList;
import java.util.List;

/**
 * A container as QEMU keeps it.
 *
 * @param fd its descriptor
 * @param type the IOMMU type that was set
 * @param groups the groups in it, newest first
 * @param windows what its tables can translate
 * @param pageSizes what the host says of the pages of windows, as a mask
 * @param levels what the host says of the levels of tables
 * @param notified names of the guest's windows whose entries it follows
 */
record HostContainer(
        String fd,
        int type,
        List<String> groups,
        List<HostWindow> windows,
        long pageSizes,
        int levels,
        List<Long> notified) {
    static final int TYPE1 = 1;
    static final int SPAPR_V1 = 2;
    static final int TYPE1_V2 = 3;
    static final int SPAPR_V2 = 7;

    HostContainer {
        groups = List.copyOf(groups);
        windows = List.copyOf(windows);
        notified = List.copyOf(notified);
    }

    /** What a table translates: {@code last} is the last address. */
    record HostWindow(long start, long last) {
        boolean overlaps(long otherStart, long otherLast) {
            return Long.compareUnsigned(start, otherLast) <= 0 && Long.compareUnsigned(otherStart, last) <= 0;
        }

        boolean holds(long otherStart, long otherLast) {
            return Long.compareUnsigned(start, otherStart) <= 0 && Long.compareUnsigned(otherLast, last) <= 0;
        }
    }

    static HostContainer of(String fd, int type) {
        return new HostContainer(fd, type, List.of(), List.of(), 0, 0, List.of());
    }

    boolean spapr() {
        return type == SPAPR_V1 || type == SPAPR_V2;
    }

    boolean dynamic() {
        return type == SPAPR_V2;
    }

    HostContainer info(long sizes, int depth) {
        return new HostContainer(fd, type, groups, windows, sizes, depth, notified);
    }

    HostContainer with(HostWindow window) {
        List<HostWindow> next = new ArrayList<>(windows);
        next.add(window);
        return new HostContainer(fd, type, groups, next, pageSizes, levels, notified);
    }

    HostContainer without(long start) {
        return new HostContainer(
                fd,
                type,
                groups,
                windows.stream().filter(window -> window.start() != start).toList(),
                pageSizes,
                levels,
                notified);
    }

    HostContainer following(long liobn) {
        List<Long> next = new ArrayList<>(notified);
        next.add(liobn);
        return new HostContainer(fd, type, groups, windows, pageSizes, levels, next);
    }

    HostContainer notFollowing(long liobn) {
        return new HostContainer(
                fd,
                type,
                groups,
                windows,
                pageSizes,
                levels,
                notified.stream().filter(name -> name != liobn).toList());
    }

    HostContainer joined(String group) {
        List<String> next = new ArrayList<>(groups);
        next.add(0, group);
        return new HostContainer(fd, type, next, windows, pageSizes, levels, notified);
    }

    HostContainer left(String group) {
        return new HostContainer(
                fd, type, groups.stream().filter(g -> !g.equals(group)).toList(), windows, pageSizes, levels, notified);
    }
}
