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

    static final Rule RUNNING = Rule.read(
            "qemu.start.running", CONNECT, "QEMU starts because every device of its command line has a container");
    static final Rule OTHER_SPACE = Rule.read(
            "qemu.group.other-address-space",
            CONNECT,
            "QEMU refuses to use one group in two address spaces of the guest");
    static final Rule GROUP_OPEN =
            Rule.read("qemu.group.open", CONNECT, "QEMU fails to use a group whose /dev/vfio/N it cannot open");
    static final Rule VIABLE = Rule.read("qemu.group.viable", CONNECT, "QEMU uses only viable groups");
    static final Rule SAME_GROUP = Rule.read(
            "qemu.attach.same-group",
            CONNECT,
            "QEMU makes no container call for a further device of a group that it has already opened");
    static final Rule JOINED = Rule.read(
            "qemu.attach.joined",
            CONNECT,
            "QEMU tries the containers of the address space, newest first, until one accepts the group");
    static final Rule NEW_CONTAINER = Rule.read(
            "qemu.attach.new-container",
            CONNECT,
            "QEMU opens a new container when every container of the address space refuses the group, whatever the errno");
    static final Rule CONTAINER_OPEN =
            Rule.read("qemu.container.open", CONNECT, "QEMU needs to open a container that has API version 0");
    static final Rule NO_TYPE = Rule.read(
            "qemu.container.no-type",
            CONNECT,
            "QEMU fails unless the container supports an IOMMU type that QEMU supports");
    static final Rule NOT_TAKEN =
            Rule.read("qemu.container.not-taken", CONNECT, "QEMU fails if a new container refuses the group");
    static final Rule TYPE_REFUSED = Rule.read(
            "qemu.container.type-refused",
            CONNECT,
            "QEMU fails if it cannot set the IOMMU type that the container reports as supported");
    static final Rule NOT_ENABLED =
            Rule.read("qemu.container.not-enabled", CONNECT, "QEMU fails unless it can enable a v1 container");
    static final Rule NOT_REGISTERED = Rule.read(
            "qemu.container.not-registered",
            LISTENER,
            "QEMU fails unless it can register all guest memory with a v2 container");
    static final Rule NO_INFO =
            Rule.read("qemu.container.no-info", CONNECT, "QEMU fails unless a sPAPR container reports its windows");
    static final Rule NOT_REMOVED = Rule.read(
            "qemu.container.default-window-stays",
            CONNECT,
            "QEMU fails unless it can remove the default window of a v2 container");
    static final Rule LISTENER_FAILED = Rule.read(
            "qemu.container.listener",
            LISTENER,
            "QEMU fails unless it can recreate the guest's windows and mappings in a new container");
    static final Rule NO_DEVICE =
            Rule.read("qemu.device.open", CONNECT, "QEMU fails to use a device that it cannot open");
    static final Rule WINDOW_ABORT = Rule.read(
            "qemu.window.abort",
            LISTENER,
            "QEMU aborts when a container in use refuses a window, because it cannot report that to the guest");
    static final Rule MISSING_WINDOW = Rule.read(
            "qemu.window.missing",
            LISTENER,
            "QEMU aborts when it removes a window that the container does not have, except during its own cleanup");
    static final Rule MEMORY_ABORT =
            Rule.read("qemu.memory.abort", LISTENER, "QEMU aborts when a container in use refuses new memory");
    static final Rule MEMORY_ADDED = Rule.read(
            "qemu.memory.added",
            LISTENER,
            "QEMU registers new memory with each v2 container, or maps it in each Type1 container");
    static final Rule RESET =
            Rule.read("qemu.reset", MACHINE, "A reset leaves each bridge its default window without mappings");
    static final Rule DETACHED = Rule.read(
            "qemu.detach.left", CONNECT, "A group leaves its container unchanged while other groups stay in it");
    static final Rule DISCONNECTED =
            Rule.read("qemu.detach.last", CONNECT, "QEMU takes a container down and closes it after its last group");
    static final Rule DEVICE_LEFT = Rule.read(
            "qemu.detach.device", CONNECT, "QEMU only closes the device while another device of its group is in use");
    static final Rule TWICE =
            Rule.read("qemu.attach.twice", CONNECT, "QEMU refuses to attach a device that it already has");
    static final Rule NO_SUCH_DEVICE =
            Rule.read("qemu.detach.unknown", MACHINE, "QEMU cannot unplug a device that is not plugged in");
    static final Rule NO_WINDOW_ASKED = Rule.read(
            "qemu.bridge.not-asked",
            "QEMU 2.2..2.5, hw/ppc/spapr_pci_vfio.c",
            "A bridge created for a group gets the window that the container of the group reports");
    static final Rule EEH_PARAMETER = Rule.read(
            "qemu.eeh.parameter", EEH, "An EEH call must name a bridge that supports EEH, and a valid option");
    static final Rule EEH_NOT_ELIGIBLE = Rule.read(
            "qemu.eeh.not-eligible",
            EEH,
            "QEMU supports EEH only on a bridge with exactly one container that holds exactly one group");
    static final Rule EEH_DONE =
            Rule.read("qemu.eeh.done", EEH, "QEMU turns an EEH call of the guest into an operation on the PE");
    static final Rule EEH_REFUSED = Rule.read(
            "qemu.eeh.refused",
            EEH,
            "If the host refuses an EEH operation, QEMU returns a hardware error for a change and a parameter error for a query");
    static final Rule HELPER_REFUSED = Rule.read(
            "qemu.series.refused",
            SERIES,
            "The patch series returns a hardware error when a container refuses a window call, or when there is no container");
    static final Rule EARLY_NO_BRIDGE = Rule.read(
            "qemu.series.parameter",
            SERIES,
            "A window call must name a bridge whose containers have dynamic windows, and a window of at least one page");
    static final Rule EARLY_QUERIED = Rule.read(
            "qemu.series.queried",
            SERIES,
            "The patch series answers a query with what the containers reported when the bridge was reset");
    static final Rule EARLY_PAGE_SIZE = Rule.read(
            "qemu.series.page-size",
            SERIES,
            "The patch series returns a hardware error for a page size that the host does not have, and for a third window");
    static final Rule EARLY_CREATED = Rule.read(
            "qemu.series.created",
            SERIES,
            "The patch series creates the window in every container, and reports the start address of the last one");
    static final Rule EARLY_REMOVED = Rule.read(
            "qemu.series.removed",
            SERIES,
            "The patch series removes the window from each container, and stops at the first failure");
    static final Rule EARLY_RESET = Rule.read(
            "qemu.series.reset",
            SERIES,
            "On a reset, the series queries the windows of the containers and recreates the guest's default window");
    static final Rule QUIT =
            Rule.read("qemu.quit", MACHINE, "QEMU ends and leaves it to the kernel to close its descriptors");

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
