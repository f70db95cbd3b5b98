// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.vmm.qemu;

import org.vfiooracle.model.guest.GuestInterface;

/**
 * What distinguishes a version of QEMU from others, as far as the kernel or the guest can tell. Source:
 * docs/strategies.md names the commits.
 *
 * @param types how it chooses an IOMMU type
 * @param asksV1Info whether it asks a v1 container for its window and looks whether the guest's lie in it
 * @param keepsErrors whether an error while a container is set up makes the device fail
 * @param replays whether the mappings that the guest already has are made in a new container
 * @param replaysFresh whether a window that was made just now is searched for mappings, too
 * @param teardown in which order a container is taken down
 * @param pageSize which page size a window gets
 * @param levels how many levels it gets
 * @param unregistersAfterRefusedRemoval whether memory is unregistered when the default window cannot be removed
 * @param deviceInfoSize bytes of the struct it passes to VFIO_DEVICE_GET_INFO
 * @param type1InfoSize bytes of the struct it passes first to VFIO_IOMMU_GET_INFO; 0 when it does not ask
 * @param type1Capabilities whether it asks again with the size that the kernel said
 * @param guest what its guests are offered
 */
public record QemuEra(
        TypeChoice types,
        boolean asksV1Info,
        boolean keepsErrors,
        boolean replays,
        boolean replaysFresh,
        Teardown teardown,
        PageSize pageSize,
        Levels levels,
        boolean unregistersAfterRefusedRemoval,
        int deviceInfoSize,
        int type1InfoSize,
        boolean type1Capabilities,
        GuestInterface guest) {
    /** How an IOMMU type is chosen. */
    public enum TypeChoice {
        /** Type1, or SPAPR v1. */
        TYPE1_OR_V1,
        /** Type1 preferring its second version, or SPAPR v1. */
        TYPE1V2_OR_V1,
        /** The same, or SPAPR preferring v2. */
        OR_V2,
        /** The same; when v2 is refused, v1 in its place. */
        OR_V2_THEN_V1,
        /** The first of type1v2, type1, SPAPR v2, SPAPR v1 that the container knows; v1 in place of a refused v2. */
        TABLE
    }

    /** How a container is taken down. */
    public enum Teardown {
        /** The group leaves, and the kernel clears what is left. */
        GROUP_FIRST,
        /** Mappings, windows and memory first, then the group. */
        LISTENERS_FIRST
    }

    /** Which page size a window gets. */
    public enum PageSize {
        /** That of the guest's window. */
        GUEST,
        /** The largest that the host has, up to that of the guest's window and of its memory. */
        CAPPED
    }

    /** How many levels of tables a window gets. */
    public enum Levels {
        /** One; the calculation was wrong. */
        ONE,
        /** By how many pages the table takes: one for each six bits. */
        BUCKETS,
        /** An estimate, and one more as long as it is refused. */
        SEARCH,
        /** The same where the host has several levels; one try where it has one. */
        AS_HOST_SAYS
    }
}
