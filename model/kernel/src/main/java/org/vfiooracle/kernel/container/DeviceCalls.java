// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.container;

import java.util.List;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.topology.Device;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Structs;

/** What a device is asked. Source: vfio_pci_core.c, Linux 6.12. */
public final class DeviceCalls {
    public static final Procedure.Name<Operation.DeviceGetInfo> GET_INFO =
            new Procedure.Name<>("VFIO_DEVICE_GET_INFO", Operation.DeviceGetInfo.class);

    /** The request of devices that has the number of GET_INFO of containers. */
    public static final Procedure.Name<Operation.TceGetInfo> HOT_RESET_INFO =
            new Procedure.Name<>("VFIO_DEVICE_GET_PCI_HOT_RESET_INFO", Operation.TceGetInfo.class);

    /** The part of the struct that the call fills in, in bytes. */
    private static final int INFO_SIZE = 16;

    private static final Source INFO_OF_PCI = LinuxFile.VFIO_PCI
            .in("vfio_pci_ioctl", Releases.to("5.14"))
            .then(LinuxFile.VFIO_PCI_CORE, "vfio_pci_core_ioctl", Releases.to("6.0"))
            .then(LinuxFile.VFIO_PCI_CORE, "vfio_pci_ioctl_get_info", Releases.from("6.1"));
    private static final Source HOT_RESET = LinuxFile.VFIO_PCI
            .in("vfio_pci_ioctl", Releases.to("5.14"))
            .then(LinuxFile.VFIO_PCI_CORE, "vfio_pci_core_ioctl", Releases.to("6.0"))
            .then(LinuxFile.VFIO_PCI_CORE, "vfio_pci_ioctl_get_pci_hot_reset_info", Releases.from("6.1"));
    private static final int HEADER = 12;
    private static final int DEPENDENT_DEVICE = 8;
    private static final long RESET = 1;
    private static final long PCI = 2;
    private static final int REGIONS = 9;
    private static final int IRQS = 5;

    /** The departure {@code device.info-answers-bytes-left}. */
    public static final Deviation ANSWERS_BYTES_LEFT = new Deviation(
            "device.info-answers-bytes-left",
            "If the struct of DEVICE_GET_INFO is not writable, the call returns the number of bytes left, which looks like success",
            Releases.to("4.3"),
            profile -> true,
            "vfio_pci.c: vfio_pci_ioctl returns what copy_to_user returns, in 4.1.6 and not in 4.4.11; seen on 4.2.8",
            catalogue -> catalogue.answering(GET_INFO, Structs.WRITTEN_ID, new Answer.Value(INFO_SIZE)));

    private DeviceCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(info(), hotResetInfo());
    }

    private static Procedure<Operation.DeviceGetInfo> info() {
        return Procedure.of(
                GET_INFO,
                Rule.read(
                        "device.info.reported",
                        INFO_OF_PCI,
                        "A PCI device reports nine regions, five interrupt types and whether it can be reset"),
                AskedFirst.open(),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                AskedFirst.kind(Handle.DeviceFd.class),
                Structs.read(),
                Structs.atLeast(
                        Rule.read(
                                "device.info.argsz",
                                INFO_OF_PCI,
                                "argsz must cover the numbers of regions and interrupts"),
                        INFO_SIZE),
                Step.of("report", DeviceCalls::report),
                Structs.written());
    }

    /** GET_PCI_HOT_RESET_INFO: which functions a reset of the bus reaches. The numbers of their groups are told to nobody here. */
    private static Procedure<Operation.TceGetInfo> hotResetInfo() {
        return Procedure.of(
                HOT_RESET_INFO,
                Rule.read(
                        "device.hot-reset-info.reported",
                        HOT_RESET,
                        "To a device, the number of GET_INFO asks which functions a reset of its bus reaches"),
                AskedFirst.open(),
                Structs.read(),
                Structs.atLeast(
                        Rule.read("device.hot-reset-info.argsz", HOT_RESET, "argsz must cover the number of functions"),
                        HEADER),
                Check.that(
                        "device.hot-reset-info.no-reset",
                        HOT_RESET,
                        "A device on the root bus of a partition cannot be reset with its bus",
                        Errno.ENODEV,
                        call -> call.hardware().tables() == Hardware.Tables.HYPERVISOR),
                Structs.written(),
                Check.that(
                        "device.hot-reset-info.no-space",
                        HOT_RESET,
                        "The struct must have room for each function of the bus",
                        Errno.ENOSPC,
                        call -> Integer.compareUnsigned(
                                        call.args().argsz(), HEADER + functions(call) * DEPENDENT_DEVICE)
                                < 0));
    }

    /** The functions on the bus of a device, where each group has a bus of its own. */
    private static int functions(Call<? extends Operation> call) {
        Handle.DeviceFd fd =
                (Handle.DeviceFd) call.state().handle(call.args().on()).orElseThrow();
        return call.state().topology().group(fd.group()).orElseThrow().devices().size();
    }

    private static boolean resets(Call<?> call, Device device) {
        return switch (device.reset()) {
            case OWN -> true;
            case BUS -> call.hardware().tables() == Hardware.Tables.BRIDGE;
            case NONE -> false;
        };
    }

    private static Progress report(Call<Operation.DeviceGetInfo> call) {
        Handle.DeviceFd fd =
                (Handle.DeviceFd) call.state().handle(call.args().on()).orElseThrow();
        Device device = call.state()
                .topology()
                .group(fd.group())
                .orElseThrow()
                .device(fd.device())
                .orElseThrow();
        return Progress.done(call.state())
                .out(OutField.FLAGS, PCI | (resets(call, device) ? RESET : 0))
                .out(OutField.NUM_REGIONS, REGIONS)
                .out(OutField.NUM_IRQS, IRQS);
    }
}
