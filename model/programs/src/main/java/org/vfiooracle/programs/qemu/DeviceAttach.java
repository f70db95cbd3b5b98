// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.programs.guest.GuestBridge;
import org.vfiooracle.programs.guest.TceTable;
import org.vfiooracle.programs.qemu.QemuState.HostDevice;
import org.vfiooracle.programs.qemu.QemuState.HostGroup;
import org.vfiooracle.programs.vmm.Dialogue;

/**
 * Gives a device to the guest: its group is opened and finds a container, among those of the address space or a new one.
 */
final class DeviceAttach {
    private static final long VIABLE = 1;
    private static final int UNMAP_ALL = 9;

    private final QemuEra era;
    private final Dialogue kernel;

    DeviceAttach(QemuEra era, Dialogue kernel) {
        this.era = era;
        this.kernel = kernel;
    }

    /** QEMU with something more, and the reason why that is all. */
    record Attached(QemuState next, Rule rule) {}

    Attached device(QemuState qemu, String alias, int bridge) {
        if (bridge != 0 && qemu.guest().bridges().isEmpty()) {
            throw new NotModelled("a second bridge of a guest of x86, which has one address space");
        }
        String name = alias.substring(0, alias.indexOf('.'));
        Attached attached = group(qemu, name, bridge);
        HostGroup group = attached.next().group(name).orElseThrow();
        QemuState next = attached.next();
        String fd = kernel.next("D");
        if (!kernel.succeeds(new Operation.GetDeviceFd(group.fd(), alias, fd))) {
            new Teardown(era, kernel).group(next, group);
            throw new Refused(QemuRules.NO_DEVICE);
        }
        kernel.ask(new Operation.DeviceGetInfo(fd, era.structs().device()));
        return new Attached(next.with(new HostDevice(alias, fd, bridge)), attached.rule());
    }

    /** Opens a group, unless it is open, and finds a container for it. */
    Attached group(QemuState qemu, String alias, int bridge) {
        Optional<HostGroup> known = qemu.group(alias);
        if (known.isPresent()) {
            if (known.get().bridge() != bridge) {
                throw new Refused(QemuRules.OTHER_SPACE);
            }
            return new Attached(qemu, QemuRules.SAME_GROUP);
        }
        String fd = kernel.next("G");
        if (!kernel.succeeds(new Operation.OpenGroup(alias, fd))) {
            throw new Refused(QemuRules.GROUP_OPEN);
        }
        Outcome status = kernel.ask(new Operation.GetStatus(fd, 8));
        if ((status.out().getOrDefault(OutField.FLAGS, 0L) & VIABLE) == 0) {
            kernel.ask(new Operation.Close(fd));
            throw new Refused(QemuRules.VIABLE);
        }
        try {
            return connected(qemu, new HostGroup(alias, fd, bridge, ""));
        } catch (Refused e) {
            kernel.ask(new Operation.Close(fd));
            throw e;
        }
    }

    /** Whatever errno a container answers: the next one is tried. */
    private Attached connected(QemuState qemu, HostGroup group) {
        for (HostContainer container : qemu.containers(group.bridge())) {
            if (kernel.succeeds(new Operation.SetContainer(group.fd(), container.fd()))) {
                return new Attached(
                        qemu.with(group.bridge(), container.joined(group.alias()))
                                .with(in(group, container)),
                        QemuRules.JOINED);
            }
        }
        String fd = kernel.next("C");
        if (!kernel.succeeds(new Operation.OpenContainer(fd))) {
            throw new Refused(QemuRules.CONTAINER_OPEN);
        }
        try {
            HostContainer container = ready(qemu, group, fd);
            return new Attached(
                    qemu.with(group.bridge(), container.joined(group.alias())).with(in(group, container)),
                    QemuRules.NEW_CONTAINER);
        } catch (Refused e) {
            kernel.ask(new Operation.Close(fd));
            throw e;
        }
    }

    private static HostGroup in(HostGroup group, HostContainer container) {
        return new HostGroup(group.alias(), group.fd(), group.bridge(), container.fd());
    }

    private HostContainer ready(QemuState qemu, HostGroup group, String fd) {
        demand(kernel.ask(new Operation.GetApiVersion(fd)).answer().equals(Answer.OK), QemuRules.CONTAINER_OPEN);
        Types types = new Types(era, kernel);
        OptionalInt type = types.choose(fd);
        demand(type.isPresent(), QemuRules.NO_TYPE);
        demand(kernel.succeeds(new Operation.SetContainer(group.fd(), fd)), QemuRules.NOT_TAKEN);
        HostContainer container = HostContainer.of(fd, set(types, fd, type.getAsInt()));
        return container.spapr() ? spapr(qemu, container, group.bridge()) : type1(qemu, container);
    }

    private int set(Types types, String fd, int type) {
        if (kernel.succeeds(new Operation.SetIommu(fd, type))) {
            return type;
        }
        int other = types.instead(type).orElseThrow(() -> new Refused(QemuRules.TYPE_REFUSED));
        demand(kernel.succeeds(new Operation.SetIommu(fd, other)), QemuRules.TYPE_REFUSED);
        return other;
    }

    private HostContainer spapr(QemuState qemu, HostContainer container, int bridge) {
        RamListener ram = new RamListener(kernel);
        if (!container.dynamic()) {
            demand(kernel.succeeds(new Operation.Enable(container.fd())), QemuRules.NOT_ENABLED);
        } else if (!ram.added(container, qemu.memory())) {
            forget(ram, qemu, container);
            throw new Refused(QemuRules.NOT_REGISTERED);
        }
        HostContainer informed = informed(ram, qemu, container);
        Listener listener = new Listener(era, kernel);
        Optional<HostContainer> done = qemu.guest()
                .bridge(bridge)
                .map(b -> listener.caughtUp(qemu, informed, b))
                .orElseGet(() -> Optional.of(informed));
        return done.orElseThrow(() -> {
            undo(qemu, informed, bridge, listener, ram);
            return new Refused(QemuRules.LISTENER_FAILED);
        });
    }

    private HostContainer informed(RamListener ram, QemuState qemu, HostContainer container) {
        boolean asks = container.dynamic() ? followsGuest() : !era.has(QemuBug.NO_HOST_WINDOW_CHECK);
        if (!asks) {
            return container;
        }
        Outcome info = kernel.ask(
                new Operation.TceGetInfo(container.fd(), era.structs().spapr()));
        if (!info.answer().succeeded()) {
            forget(ram, qemu, container);
            throw new Refused(QemuRules.NO_INFO);
        }
        long start = info.out().getOrDefault(OutField.DMA32_WINDOW_START, 0L);
        if (!container.dynamic()) {
            long size = info.out().getOrDefault(OutField.DMA32_WINDOW_SIZE, 0L);
            return container.with(new HostContainer.HostWindow(start, start + size - 1));
        }
        if (!kernel.succeeds(new Operation.TceRemove(container.fd(), 16, 0, start))) {
            if (era.has(QemuBug.MEMORY_STAYS_REGISTERED)) {
                throw Refused.leavingListener(QemuRules.NOT_REMOVED);
            }
            forget(ram, qemu, container);
            throw new Refused(QemuRules.NOT_REMOVED);
        }
        return container.info(
                info.out().getOrDefault(OutField.DDW_PGSIZES, 0L),
                info.out().getOrDefault(OutField.DDW_LEVELS, 0L).intValue());
    }

    private boolean followsGuest() {
        return era.windows() == QemuEra.Windows.GUEST;
    }

    /** Unregistering a listener removes all that it was told of, made or not. */
    private void undo(QemuState qemu, HostContainer container, int bridge, Listener listener, RamListener ram) {
        if (era.teardown() == QemuEra.Teardown.LISTENERS_FIRST) {
            HostContainer left = container;
            for (TceTable window :
                    qemu.guest().bridge(bridge).map(GuestBridge::visible).orElse(List.of())) {
                left = listener.removed(left, window, era.has(QemuBug.CLEANUP_ABORTS));
            }
        }
        forget(ram, qemu, container);
    }

    private void forget(RamListener ram, QemuState qemu, HostContainer container) {
        if (container.dynamic() && era.teardown() == QemuEra.Teardown.LISTENERS_FIRST) {
            ram.removed(container, qemu.memory());
        }
    }

    private HostContainer type1(QemuState qemu, HostContainer container) {
        int size = era.structs().type1();
        if (size > 0) {
            Outcome info = kernel.ask(new Operation.IommuGetInfo(container.fd(), size));
            long needed = info.out().getOrDefault(OutField.ARGSZ, 0L);
            if (era.structs().type1Grows() && needed > size) {
                kernel.ask(new Operation.IommuGetInfo(container.fd(), (int) needed));
            }
        }
        if (era.asksUnmapAll()) {
            kernel.ask(new Operation.CheckExtension(container.fd(), UNMAP_ALL));
        }
        RamListener ram = new RamListener(kernel);
        if (!ram.added(container, qemu.memory())) {
            if (era.teardown() == QemuEra.Teardown.LISTENERS_FIRST) {
                ram.removed(container, qemu.memory());
            }
            throw new Refused(QemuRules.LISTENER_FAILED);
        }
        return container;
    }

    private static void demand(boolean holds, Rule rule) {
        if (!holds) {
            throw new Refused(rule);
        }
    }
}
