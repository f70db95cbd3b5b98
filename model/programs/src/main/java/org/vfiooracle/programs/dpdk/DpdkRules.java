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
            ENABLE,
            "The container can be opened, speaks version 0, and knows a type that DPDK knows");
    static final Rule GROUP_OPEN = Rule.read("dpdk.group.open", SETUP, "The node of a group can be opened");
    static final Rule NOT_VIABLE = Rule.read("dpdk.group.viable", SETUP, "A group is viable");
    static final Rule NOT_TAKEN =
            Rule.read("dpdk.attach.not-taken", SETUP, "The default container takes the group; no other one is tried");
    static final Rule NO_TYPE =
            Rule.read("dpdk.attach.no-type", SETUP, "One of Type1, SPAPR v2 and no IOMMU at all can be set");
    static final Rule NO_WINDOW = Rule.read(
            "dpdk.window.refused",
            SPAPR,
            "A SPAPR container tells of its window, and gives it up for another one at 0");
    static final Rule NOT_MAPPED =
            Rule.read("dpdk.memory.not-mapped", SPAPR, "All memory can be mapped for the first device");
    static final Rule NO_DEVICE = Rule.read("dpdk.device.open", SETUP, "A device of the group can be opened");
    static final Rule FIRST = Rule.read(
            "dpdk.attach.first", SETUP, "The first group sets the type of the container, and memory is mapped in it");
    static final Rule JOINED = Rule.read("dpdk.attach.joined", SETUP, "A further group joined the container");
    static final Rule SAME_GROUP =
            Rule.read("dpdk.attach.same-group", SETUP, "A group that is in a container is not put into one");
    static final Rule LEFT = Rule.read(
            "dpdk.detach.left",
            RELEASE,
            "A device is closed, and a group with its last one; the container stays open, and nothing is unmapped");
    static final Rule GREW = Rule.read(
            "dpdk.memory.ignored",
            EVENT,
            "What becomes of new memory in the container is never told to who asked for it");
    static final Rule NOBODY = Rule.read(
            "dpdk.memory.no-device", EVENT, "Without a device new memory is not mapped; the first device maps all");
    static final Rule FIXED = Rule.read("dpdk.memory.fixed", MEMORY, "Up to 18.02 memory is what it was at the start");

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
