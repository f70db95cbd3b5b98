// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.Set;
import org.vfiooracle.programs.guest.GuestInterface;

/**
 * What distinguishes a version of QEMU from others, as far as the kernel or the guest can tell. Source:
 * docs/reference/programs names the commits.
 *
 * @param types how it chooses an IOMMU type
 * @param teardown in which order a container is taken down
 * @param pageSize which page size a window gets
 * @param structs the sizes of the structs that it passes
 * @param asksUnmapAll whether it asks a Type1 container about unmapping everything
 * @param windows who decides where the windows of a bridge are
 * @param eeh how it operates on the PE of a bridge
 * @param guest what its guests are offered
 * @param bugs what it does wrong
 */
record QemuEra(
        TypeChoice types,
        Teardown teardown,
        PageSize pageSize,
        StructSizes structs,
        boolean asksUnmapAll,
        Windows windows,
        Eeh eeh,
        GuestInterface guest,
        Set<QemuBug> bugs) {
    QemuEra {
        bugs = Set.copyOf(bugs);
    }

    /** Whether it does this wrong. */
    boolean has(QemuBug bug) {
        return bugs.contains(bug);
    }

    /** How many levels of tables a window gets. */
    Levels levels() {
        if (has(QemuBug.LEVELS_ALWAYS_ONE)) {
            return Levels.ONE;
        }
        if (has(QemuBug.LEVELS_TRIED_ONCE)) {
            return Levels.BUCKETS;
        }
        return has(QemuBug.IGNORES_HOST_LEVELS) ? Levels.SEARCH : Levels.AS_HOST_SAYS;
    }

    /** How an IOMMU type is chosen. */
    enum TypeChoice {
        /** Type1, or SPAPR v1. */
        TYPE1_OR_V1,
        /** Type1 preferring its second version, or SPAPR v1. */
        TYPE1V2_OR_V1,
        /** The same, or SPAPR preferring v2. */
        OR_V2,
        /** The first of type1v2, type1, SPAPR v2, SPAPR v1 that the container knows. */
        TABLE
    }

    /** How a container is taken down. */
    enum Teardown {
        /** The group leaves, and the kernel clears what is left. */
        GROUP_ONLY,
        /** Mappings, windows and memory first, then the group. */
        LISTENERS_FIRST
    }

    /** Which page size a window gets. */
    enum PageSize {
        /** That of the guest's window. */
        GUEST,
        /** The largest that the host has, up to that of the guest's window and of its memory. */
        CAPPED
    }

    /** How many levels of tables a window gets. */
    enum Levels {
        /** One; the calculation was wrong. */
        ONE,
        /** By how many pages the table takes: one for each six bits. */
        BUCKETS,
        /** An estimate, and one more as long as it is refused. */
        SEARCH,
        /** The same where the host has several levels; one try where it has one. */
        AS_HOST_SAYS
    }

    /** Who decides where the windows of a bridge with devices are. */
    enum Windows {
        /** QEMU: containers follow the guest. */
        GUEST,
        /** The group that the bridge was made for, which is asked once. Bridge 0 is not made for any. */
        GROUP_OF_BRIDGE,
        /** The containers of the bridge, asked by the first reset. */
        CONTAINERS_ONCE,
        /** The containers of the bridge, asked by every reset. */
        CONTAINERS,
        /** The same, and windows are made and removed in the containers before the guest has them. */
        CONTAINERS_MAKE
    }

    /** How it operates on the PE of a bridge. */
    enum Eeh {
        /** Not at all. */
        NONE,
        /** On the container of the group that the bridge was made for. */
        GROUP_OF_BRIDGE,
        /** The same, and a reset enables EEH. */
        GROUP_OF_BRIDGE_AND_RESET,
        /** On every container of the bridge; a reset enables EEH. */
        CONTAINERS,
        /** On the only container of the bridge when it has one group; a reset enables EEH. */
        ONLY_CONTAINER
    }

    /**
     * Bytes of structs.
     *
     * @param device of VFIO_DEVICE_GET_INFO
     * @param spapr of VFIO_IOMMU_SPAPR_TCE_GET_INFO
     * @param eeh of VFIO_EEH_PE_OP
     * @param type1 of VFIO_IOMMU_GET_INFO at first; 0 when it is not asked
     * @param type1Grows whether it asks again with the size that the kernel said
     */
    record StructSizes(int device, int spapr, int eeh, int type1, boolean type1Grows) {}
}
