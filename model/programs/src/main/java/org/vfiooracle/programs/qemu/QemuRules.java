// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.List;
import org.vfiooracle.engine.procedure.Rule;

/** Why QEMU does what it does. */
public final class QemuRules {
    private static final String CONNECT = "QEMU, hw/vfio/common.c to 8.1, container.c since: connecting a container";
    private static final String LISTENER = "QEMU, hw/vfio/common.c and, since 2.7, spapr.c: the memory listener";
    private static final String EEH = "QEMU, hw/ppc/spapr_pci_vfio.c: EEH";
    private static final String SERIES =
            "the series \"Enable multiple groups per container\" before it was merged, the author's tree before 400d3d67: "
                    + "spapr_rtas_ddw.c, spapr_pci.c, hw/vfio/common.c";
    private static final String MACHINE = "QEMU, hw/ppc/spapr_pci.c and the monitor";

    static final Rule RUNNING =
            Rule.read("qemu.start.running", CONNECT, "Every device of the command line has a container");
    static final Rule OTHER_SPACE =
            Rule.read("qemu.group.other-address-space", CONNECT, "A group serves one address space of the guest");
    static final Rule GROUP_OPEN = Rule.read("qemu.group.open", CONNECT, "The node of a group can be opened");
    static final Rule VIABLE = Rule.read("qemu.group.viable", CONNECT, "A group is viable");
    static final Rule SAME_GROUP = Rule.read(
            "qemu.attach.same-group", CONNECT, "A device of a group that is open needs no call of a container");
    static final Rule JOINED = Rule.read(
            "qemu.attach.joined",
            CONNECT,
            "Containers of the address space are tried, newest first; one took the group");
    static final Rule NEW_CONTAINER = Rule.read(
            "qemu.attach.new-container",
            CONNECT,
            "No container of the address space took the group, whatever the errno; a new one did");
    static final Rule CONTAINER_OPEN =
            Rule.read("qemu.container.open", CONNECT, "A container can be opened, and speaks version 0");
    static final Rule NO_TYPE =
            Rule.read("qemu.container.no-type", CONNECT, "The container knows a type of IOMMU that QEMU knows");
    static final Rule NOT_TAKEN = Rule.read("qemu.container.not-taken", CONNECT, "A new container takes the group");
    static final Rule TYPE_REFUSED =
            Rule.read("qemu.container.type-refused", CONNECT, "A type of IOMMU that is announced can be set");
    static final Rule NOT_ENABLED = Rule.read("qemu.container.not-enabled", CONNECT, "A v1 container can be enabled");
    static final Rule NOT_REGISTERED = Rule.read(
            "qemu.container.not-registered", LISTENER, "All memory of the guest can be registered with a v2 container");
    static final Rule NO_INFO = Rule.read("qemu.container.no-info", CONNECT, "A SPAPR container tells of its windows");
    static final Rule NOT_REMOVED = Rule.read(
            "qemu.container.default-window-stays", CONNECT, "The default window of a v2 container can be removed");
    static final Rule LISTENER_FAILED =
            Rule.read("qemu.container.listener", LISTENER, "What the guest has can be made in a new container");
    static final Rule NO_DEVICE = Rule.read("qemu.device.open", CONNECT, "A device of the group can be opened");
    static final Rule WINDOW_ABORT = Rule.read(
            "qemu.window.abort",
            LISTENER,
            "A window that a container in use refuses, or cannot have, ends QEMU: there is no way to tell the guest");
    static final Rule MISSING_WINDOW = Rule.read(
            "qemu.window.missing",
            LISTENER,
            "A window that is removed has been made in the container, or QEMU ends; its own cleaning up does not heed that");
    static final Rule MEMORY_ABORT =
            Rule.read("qemu.memory.abort", LISTENER, "Memory that a container in use refuses ends QEMU");
    static final Rule MEMORY_ADDED = Rule.read(
            "qemu.memory.added",
            LISTENER,
            "New memory is registered with each v2 container, or mapped in each of Type1");
    static final Rule RESET = Rule.read("qemu.reset", MACHINE, "A reset leaves each bridge its default window, empty");
    static final Rule DETACHED = Rule.read(
            "qemu.detach.left", CONNECT, "A group that is not the last one leaves its container, which stays as it is");
    static final Rule DISCONNECTED =
            Rule.read("qemu.detach.last", CONNECT, "With its last group a container is taken down and closed");
    static final Rule DEVICE_LEFT =
            Rule.read("qemu.detach.device", CONNECT, "A device of a group that has another one in use is only closed");
    static final Rule TWICE = Rule.read("qemu.attach.twice", CONNECT, "A device is given once");
    static final Rule NO_SUCH_DEVICE = Rule.read("qemu.detach.unknown", MACHINE, "What is unplugged was plugged in");
    static final Rule NO_WINDOW_ASKED = Rule.read(
            "qemu.bridge.not-asked",
            "QEMU 2.2..2.5, hw/ppc/spapr_pci_vfio.c",
            "A bridge that is made for a group gets the window that the container of that group says it has");
    static final Rule EEH_PARAMETER = Rule.read(
            "qemu.eeh.parameter", EEH, "An EEH call names a bridge that can have it, and an option that there is");
    static final Rule EEH_NOT_ELIGIBLE = Rule.read(
            "qemu.eeh.not-eligible",
            EEH,
            "EEH calls of a bridge take exactly one container with exactly one group: Linux does not keep several in step");
    static final Rule EEH_DONE =
            Rule.read("qemu.eeh.done", EEH, "An EEH call of the guest becomes an operation on the PE");
    static final Rule EEH_REFUSED = Rule.read(
            "qemu.eeh.refused",
            EEH,
            "An operation that the host refuses is a hardware error of what changes a PE, and a parameter error else");
    static final Rule HELPER_REFUSED = Rule.read(
            "qemu.series.refused",
            SERIES,
            "A call of windows that a container refuses, or that has no container to go to, is a hardware error");
    static final Rule EARLY_NO_BRIDGE = Rule.read(
            "qemu.series.parameter",
            SERIES,
            "Calls of windows name a bridge whose containers have dynamic ones, and a window of at least one page");
    static final Rule EARLY_QUERIED = Rule.read(
            "qemu.series.queried", SERIES, "A query tells what the containers said when the bridge was reset");
    static final Rule EARLY_PAGE_SIZE = Rule.read(
            "qemu.series.page-size",
            SERIES,
            "A window with pages that the host does not have, or a third one, is a hardware error");
    static final Rule EARLY_CREATED = Rule.read(
            "qemu.series.created",
            SERIES,
            "Every container makes the window; where it begins is what the last one says");
    static final Rule EARLY_REMOVED =
            Rule.read("qemu.series.removed", SERIES, "Every container removes the window, up to the first that cannot");
    static final Rule EARLY_RESET = Rule.read(
            "qemu.series.reset", SERIES, "A reset asks the containers for their window, and makes the guest's anew");
    static final Rule QUIT =
            Rule.read("qemu.quit", MACHINE, "QEMU ends and leaves it to the kernel to close what it has open");

    /** All of them. */
    public static final List<Rule> ALL = List.of(
            RUNNING,
            OTHER_SPACE,
            GROUP_OPEN,
            VIABLE,
            SAME_GROUP,
            JOINED,
            NEW_CONTAINER,
            CONTAINER_OPEN,
            NO_TYPE,
            NOT_TAKEN,
            TYPE_REFUSED,
            NOT_ENABLED,
            NOT_REGISTERED,
            NO_INFO,
            NOT_REMOVED,
            LISTENER_FAILED,
            NO_DEVICE,
            WINDOW_ABORT,
            MISSING_WINDOW,
            NO_WINDOW_ASKED,
            EEH_PARAMETER,
            EEH_NOT_ELIGIBLE,
            EEH_DONE,
            EEH_REFUSED,
            HELPER_REFUSED,
            EARLY_NO_BRIDGE,
            EARLY_QUERIED,
            EARLY_PAGE_SIZE,
            EARLY_CREATED,
            EARLY_REMOVED,
            EARLY_RESET,
            MEMORY_ABORT,
            MEMORY_ADDED,
            RESET,
            DETACHED,
            DISCONNECTED,
            DEVICE_LEFT,
            TWICE,
            NO_SUCH_DEVICE,
            QUIT);

    private QemuRules() {}
}
