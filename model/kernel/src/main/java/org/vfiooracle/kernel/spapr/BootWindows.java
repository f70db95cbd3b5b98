// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.Comparator;
import java.util.List;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

/**
 * Where the 32-bit window of a group lies, which on old bridges is shared out at boot.
 *
 * @param start bus address
 * @param size bytes
 */
public record BootWindows(long start, long size) {
    private static final long SEGMENT = 0x1000_0000L;
    private static final long HUB_TCE_BYTES = 0x100_0000L;
    private static final int TCE_BYTES = 8;
    private static final int TCE_PAGE = 4096;

    /** Returns the window of {@code group}. Sources: pci-ioda.c, pci-p5ioc2.c of powernv, Linux 4.2 and 4.14. */
    public static BootWindows of(Profile profile, Topology topology, Group group) {
        return switch (profile.hardware().bootWindow()) {
            case WHOLE -> new BootWindows(0, profile.hardware().dma32Size());
            case HUB -> new BootWindows(0, Long.highestOneBit(HUB_TCE_BYTES / topology.phbs()) / TCE_BYTES * TCE_PAGE);
            case SEGMENTS -> segments(profile, topology, group);
            case SEGMENTS_IN_TURN -> segmentsInTurn(profile, topology, group);
        };
    }

    /** Each PE in turn takes its share by weight, at least one segment; when no run of that many is free, fewer. */
    private static BootWindows segmentsInTurn(Profile profile, Topology topology, Group wanted) {
        int count = (int) (profile.hardware().dma32Size() / SEGMENT);
        List<Group> inTurn =
                topology.groups().stream().filter(g -> g.phb() == wanted.phb()).toList();
        int total = inTurn.stream().mapToInt(Group::weight).sum();
        int base = 0;
        for (Group group : inTurn) {
            int share = Math.max(1, group.weight() * count / total);
            int taken = Math.min(share, count - base);
            if (group.alias().equals(wanted.alias())) {
                return new BootWindows(base * SEGMENT, taken * SEGMENT);
            }
            base += taken;
        }
        throw notOfItsPhb(wanted);
    }

    private static IllegalStateException notOfItsPhb(Group group) {
        return new IllegalStateException("group " + group.alias() + " is not in its own topology");
    }

    /** One segment for each PE, and the others by weight, heaviest PE first, as long as there are any. */
    private static BootWindows segments(Profile profile, Topology topology, Group wanted) {
        long count = profile.hardware().dma32Size() / SEGMENT;
        List<Group> heaviestFirst = topology.groups().stream()
                .filter(g -> g.phb() == wanted.phb())
                .sorted(Comparator.comparingInt(Group::weight).reversed().thenComparing(Group::alias))
                .toList();
        long total = heaviestFirst.stream().mapToInt(Group::weight).sum();
        long spare = Math.max(0, count - heaviestFirst.size());
        long base = 0;
        for (Group group : heaviestFirst) {
            long share = 1 + (spare * group.weight() + total / 2) / total;
            long taken = Math.min(share, count - base);
            if (group.alias().equals(wanted.alias())) {
                return new BootWindows(base * SEGMENT, taken * SEGMENT);
            }
            base += taken;
        }
        throw notOfItsPhb(wanted);
    }
}
