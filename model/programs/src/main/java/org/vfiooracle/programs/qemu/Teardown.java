// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.List;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.programs.guest.GuestBridge;
import org.vfiooracle.programs.guest.TceTable;
import org.vfiooracle.programs.qemu.QemuState.HostDevice;
import org.vfiooracle.programs.qemu.QemuState.HostGroup;
import org.vfiooracle.programs.vmm.Dialogue;

/** Takes a device away: closes it, and when nothing of its group is left, the group, and with the last group the container. */
final class Teardown {
    private final QemuEra era;
    private final Dialogue kernel;

    Teardown(QemuEra era, Dialogue kernel) {
        this.era = era;
        this.kernel = kernel;
    }

    DeviceAttach.Attached device(QemuState qemu, HostDevice device) {
        kernel.ask(new Operation.Close(device.fd()));
        QemuState next = qemu.without(device);
        boolean others = next.devices().stream().anyMatch(d -> d.group().equals(device.group()));
        if (others) {
            return new DeviceAttach.Attached(next, QemuRules.DEVICE_LEFT);
        }
        HostGroup group = next.group(device.group()).orElseThrow();
        boolean last =
                next.container(group.bridge(), group.container()).groups().size() == 1;
        Rule rule = last ? QemuRules.DISCONNECTED : QemuRules.DETACHED;
        return new DeviceAttach.Attached(group(next, group), rule);
    }

    /** Lets a group go that has no device in use. */
    QemuState group(QemuState qemu, HostGroup group) {
        int bridge = group.bridge();
        HostContainer container = qemu.container(bridge, group.container()).left(group.alias());
        boolean last = container.groups().isEmpty();
        QemuState next = qemu.with(bridge, container).without(group);
        boolean silences = last && era.teardown() == QemuEra.Teardown.LISTENERS_FIRST;
        boolean late = era.has(QemuBug.UNSET_BEFORE_LISTENERS);
        if (silences && !late) {
            silence(next, container, bridge);
        }
        kernel.ask(new Operation.UnsetContainer(group.fd()));
        if (silences && late) {
            silence(next, container, bridge);
        }
        if (last) {
            kernel.ask(new Operation.Close(container.fd()));
            next = next.without(bridge, container);
        }
        kernel.ask(new Operation.Close(group.fd()));
        return next;
    }

    private void silence(QemuState qemu, HostContainer container, int bridge) {
        if (container.spapr()) {
            Listener listener = new Listener(era, kernel);
            List<TceTable> windows =
                    qemu.guest().bridge(bridge).map(GuestBridge::visible).orElse(List.of());
            HostContainer left = container;
            for (TceTable window : windows) {
                left = listener.removed(left, window, true);
            }
        }
        new RamListener(kernel).removed(container, qemu.memory());
    }
}
