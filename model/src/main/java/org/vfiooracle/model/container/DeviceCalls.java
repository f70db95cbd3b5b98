// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.container;

import java.util.List;
import org.vfiooracle.model.engine.NotModelled;
import org.vfiooracle.model.engine.Procedure;
import org.vfiooracle.model.engine.Progress;
import org.vfiooracle.model.engine.Rule;
import org.vfiooracle.model.engine.Step;
import org.vfiooracle.model.operation.Operation;

/** What a device is asked, and requests that nobody knows. */
public final class DeviceCalls {
    static final Procedure.Name<Operation.DeviceGetInfo> GET_INFO =
            new Procedure.Name<>("VFIO_DEVICE_GET_INFO", Operation.DeviceGetInfo.class);
    static final Procedure.Name<Operation.Ioctl> IOCTL = new Procedure.Name<>("ioctl", Operation.Ioctl.class);

    private static final Rule INFO = Rule.read(
            "device.get-info", "vfio_pci_core.c: vfio_pci_ioctl_get_info", "A device tells its regions and interrupts");
    private static final Rule UNKNOWN = Rule.read(
            "fd.unknown-request",
            "group.c, container.c, vfio_main.c: ioctl handlers",
            "A request that nobody knows is refused");

    private DeviceCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        GET_INFO, INFO, Step.<Operation.DeviceGetInfo>of("report", call -> no("VFIO_DEVICE_GET_INFO"))),
                Procedure.of(IOCTL, UNKNOWN, Step.<Operation.Ioctl>of("refuse", call -> no("an unknown request"))));
    }

    private static Progress no(String what) {
        throw new NotModelled(what);
    }
}
