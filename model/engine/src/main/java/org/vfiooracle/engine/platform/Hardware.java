// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.platform;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a generation's bridge can do, as independent facts: how many tables a PE has says nothing about whether a table can
 * be shared, and neither says whether its ownership can be handed over.
 *
 * @param iommu the IOMMU driver of VFIO that serves it
 * @param groupPerPhb all devices of a PHB form one group, so that no two groups are on the same PHB
 * @param tablesPerPe TCE tables (DMA windows) that a PE can have at a time
 * @param tableShareable a table can be programmed into several PEs at a time
 * @param handsOverOwnership the platform can take a group's tables away from the host and create new ones
 * @param bootWindow how the table of boot time is laid out
 * @param dma32Size size in bytes of the 32-bit window of a PE, or of a whole PHB where its PEs share it
 * @param pageShifts page sizes of windows that can be created, as binary logarithms; empty where none can
 * @param maxLevels levels of a TCE table that are advertised
 * @param secondWindowStart bus address of window 1
 * @param maxTableLevelBytes the largest block of memory that one level of a table may take
 * @param bypass the host uses a bypass window of its own while it owns the group
 * @param eeh whether EEH works
 * @param injection which errors its firmware injects
 * @param tables who makes the TCE tables of windows
 * @param largestBlockPages pages that the hypervisor says a window can have at most; 0 where the kernel makes the tables
 * @param bridgePageShifts page sizes that the bridge has, which may not be those that the kernel reports
 * @param type1 what is translated where the IOMMU driver is Type1
 */
public record Hardware(
        Iommu iommu,
        boolean groupPerPhb,
        int tablesPerPe,
        boolean tableShareable,
        boolean handsOverOwnership,
        BootWindow bootWindow,
        long dma32Size,
        SortedSet<Integer> pageShifts,
        int maxLevels,
        long secondWindowStart,
        long maxTableLevelBytes,
        boolean bypass,
        boolean eeh,
        Injection injection,
        Tables tables,
        long largestBlockPages,
        SortedSet<Integer> bridgePageShifts,
        Type1Iommu type1) {
    /** The IOMMU drivers of VFIO. */
    public enum Iommu {
        SPAPR_TCE,
        TYPE1
    }

    /** Who makes the TCE tables of windows. */
    public enum Tables {
        /** The kernel, in memory of its own, which it gives to the bridge. */
        BRIDGE,
        /** The hypervisor of a partition, on request. */
        HYPERVISOR
    }

    /** Which errors the firmware injects into a PE. */
    public enum Injection {
        /** Those of memory, of configuration space, and of DMA in a window that the PE has. */
        ALL,
        /** Those of configuration space alone. */
        CONFIGURATION,
        /** Nobody has looked. */
        UNKNOWN
    }

    /** Makes a bridge whose tables the kernel makes. */
    public Hardware(
            Iommu iommu,
            boolean groupPerPhb,
            int tablesPerPe,
            boolean tableShareable,
            boolean handsOverOwnership,
            BootWindow bootWindow,
            long dma32Size,
            SortedSet<Integer> pageShifts,
            int maxLevels,
            long secondWindowStart,
            long maxTableLevelBytes,
            boolean bypass,
            boolean eeh) {
        this(
                iommu,
                groupPerPhb,
                tablesPerPe,
                tableShareable,
                handsOverOwnership,
                bootWindow,
                dma32Size,
                pageShifts,
                maxLevels,
                secondWindowStart,
                maxTableLevelBytes,
                bypass,
                eeh,
                Injection.UNKNOWN,
                Tables.BRIDGE,
                0,
                pageShifts,
                Type1Iommu.NONE);
    }

    /** Returns what is known of a machine whose IOMMU driver is Type1: nothing of sPAPR applies. */
    public static Hardware of(Type1Iommu type1) {
        return new Hardware(
                Iommu.TYPE1,
                false,
                0,
                false,
                false,
                BootWindow.WHOLE,
                0,
                new TreeSet<>(),
                0,
                0,
                0,
                false,
                false,
                Injection.UNKNOWN,
                Tables.BRIDGE,
                0,
                new TreeSet<>(),
                type1);
    }

    /** How the table that a group has from boot time is laid out in the 32-bit space. */
    public enum BootWindow {
        /** Every PE has its own, from 0. */
        WHOLE,
        /** The PEs of a PHB share the space in segments of 256 MiB: one each, the others by weight, the heaviest PE first. */
        SEGMENTS,
        /** They share it in segments by weight alone, the first PE first. */
        SEGMENTS_IN_TURN,
        /** The PHBs of a hub share 16 MiB of TCEs, rounded down to a power of two. */
        HUB
    }

    public Hardware {
        pageShifts = Collections.unmodifiableSortedSet(new TreeSet<>(pageShifts));
        bridgePageShifts = Collections.unmodifiableSortedSet(new TreeSet<>(bridgePageShifts));
    }

    /** Whether windows can be created; otherwise a group keeps the table that it has had since boot. */
    public boolean createsWindows() {
        return handsOverOwnership && !pageShifts.isEmpty();
    }

    /** The mask of page sizes that GET_INFO reports. */
    public long pageSizeMask() {
        return pageShifts.stream().mapToLong(shift -> 1L << shift).reduce(0, (a, b) -> a | b);
    }
}
