// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.dpdk;

import java.util.List;
import org.vfiooracle.engine.procedure.Rule;

/** Why DPDK does what it does. */
final class DpdkRules {
    private static final String ENABLE = "DPDK 17.05 and 26.07, eal_vfio.c: vfio_enable and what it calls";
    private static final String SETUP = "DPDK 17.05 and 26.07, eal_vfio.c: vfio_setup_device and what it calls";
    private static final String RELEASE = "DPDK 17.05 and 26.07, eal_vfio.c: vfio_release_device";
    private static final String SPAPR = "DPDK 17.05 and 26.07, eal_vfio.c: vfio_spapr_dma_map and what it calls";
    private static final String EVENT = "DPDK 26.07, eal_vfio.c: vfio_mem_event_callback";
    private static final String MEMORY = "DPDK 17.05, eal_memory.c: rte_eal_memory_init, once";

    static final Rule NO_CONTAINER = Rule.read(
            "dpdk.container.open",
            ENABLE + "; since 24.11, pci_vfio.c: pci_vfio_is_enabled",
            "DPDK needs to open a container that has API version 0 and an IOMMU type it supports; since 24.11, it tries again for each device");
    static final Rule GROUP_OPEN =
            Rule.read("dpdk.group.open", SETUP, "DPDK fails to use a group whose /dev/vfio/N it cannot open");
    static final Rule NOT_VIABLE = Rule.read("dpdk.group.viable", SETUP, "DPDK uses only viable groups");
    static final Rule NOT_TAKEN = Rule.read(
            "dpdk.attach.not-taken",
            SETUP,
            "DPDK fails if its default container refuses a group; it tries no other container");
    static final Rule NO_TYPE =
            Rule.read("dpdk.attach.no-type", SETUP, "DPDK gives up unless Type1, sPAPR v2 or no-IOMMU can be set");
    static final Rule NO_WINDOW = Rule.read(
            "dpdk.window.refused",
            SPAPR,
            "DPDK fails unless it can query the default sPAPR window, remove it and create its own window at 0");
    static final Rule NOT_MAPPED = Rule.read(
            "dpdk.memory.not-mapped", SPAPR, "DPDK fails unless it can map all its memory for the first device");
    static final Rule NO_DEVICE =
            Rule.read("dpdk.device.open", SETUP, "DPDK fails to use a device that it cannot open");
    static final Rule FIRST = Rule.read(
            "dpdk.attach.first",
            SETUP,
            "DPDK sets the IOMMU type and maps its memory when the container gets its first group");
    static final Rule JOINED = Rule.read("dpdk.attach.joined", SETUP, "A further group joins DPDK's container");
    static final Rule SAME_GROUP = Rule.read(
            "dpdk.attach.same-group", SETUP, "DPDK does not add a group to the container again for a second device");
    static final Rule LEFT = Rule.read(
            "dpdk.detach.left",
            RELEASE,
            "DPDK closes the device, and the group after its last device, but keeps the container open and unmaps nothing");
    static final Rule GREW = Rule.read(
            "dpdk.memory.ignored", EVENT, "DPDK does not report whether new memory could be mapped in the container");
    static final Rule NOBODY = Rule.read(
            "dpdk.memory.no-device",
            EVENT,
            "DPDK maps memory when its first device is attached, so without a device new memory is not mapped");
    static final Rule FIXED =
            Rule.read("dpdk.memory.fixed", MEMORY, "Up to version 18.02, DPDK cannot add memory after it has started");

    static final List<Rule> ALL = List.of(
            NO_CONTAINER,
            GROUP_OPEN,
            NOT_VIABLE,
            NOT_TAKEN,
            NO_TYPE,
            NO_WINDOW,
            NOT_MAPPED,
            NO_DEVICE,
            FIRST,
            JOINED,
            SAME_GROUP,
            LEFT,
            GREW,
            NOBODY,
            FIXED);

    private DpdkRules() {}
}
