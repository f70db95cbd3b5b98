// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.programs.guest.DdwCalls;
import org.vfiooracle.programs.guest.Guest;
import org.vfiooracle.programs.guest.GuestAnswer;
import org.vfiooracle.programs.guest.GuestBridge;
import org.vfiooracle.programs.qemu.QemuState.HostBridge;
import org.vfiooracle.programs.vmm.Dialogue;

/** Makes and resets the bridges of a pseries guest. */
final class Bridges {
    private static final int SPAPR_V1 = 2;

    private final QemuEra era;
    private final Dialogue kernel;

    Bridges(QemuEra era, Dialogue kernel) {
        this.era = era;
        this.kernel = kernel;
    }

    /** Returns a guest of pseries before its devices: bridges 0 and 1, and those that the command line names. */
    QemuState made(Buffer ram, List<DeviceOption> devices) {
        TreeSet<Integer> indices = new TreeSet<>(List.of(0, 1));
        devices.forEach(device -> indices.add(device.bridge()));
        SortedMap<Integer, GuestBridge> bridges = new TreeMap<>();
        SortedMap<Integer, HostBridge> hosts = new TreeMap<>();
        for (int index : indices) {
            GuestBridge idle = GuestBridge.idle(index, era.guest().windows());
            boolean forHost = forHost(index, devices);
            bridges.put(index, forHost || era.guest().dynamicWindows() ? idle : idle.withDefaultWindow());
            if (forHost) {
                hosts.put(index, HostBridge.madeFor(groupOf(index, devices)));
            }
        }
        QemuState qemu =
                QemuState.starting(QemuMemory.pseries(ram), hosts, new Guest(era.guest(), ram.size(), bridges));
        if (era.windows() == QemuEra.Windows.GROUP_OF_BRIDGE) {
            for (int index : hosts.keySet()) {
                qemu = windowed(qemu, index).orElseThrow(() -> new Refused(QemuRules.NO_WINDOW_ASKED));
            }
        }
        return qemu;
    }

    /** Bridge 0 comes with the machine; another one with devices is of a kind of its own while that existed. */
    private boolean forHost(int index, List<DeviceOption> devices) {
        return switch (era.windows()) {
            case GUEST -> false;
            case CONTAINERS_MAKE -> true;
            default -> index > 0 && devices.stream().anyMatch(device -> device.bridge() == index);
        };
    }

    private String groupOf(int index, List<DeviceOption> devices) {
        if (era.windows() != QemuEra.Windows.GROUP_OF_BRIDGE) {
            return "";
        }
        return devices.stream()
                .filter(device -> device.bridge() == index)
                .findFirst()
                .map(DeviceOption::group)
                .orElseThrow();
    }

    /** Returns QEMU after the reset of its machine: the bridge that was made last comes first. */
    QemuState reset(QemuState qemu) {
        List<Integer> indices = new ArrayList<>(qemu.guest().bridges().keySet());
        Collections.reverse(indices);
        QemuState next = qemu;
        for (int index : indices) {
            next = new GuestEehCalls(era, kernel).enabled(resetWindows(next, index), index);
        }
        return next;
    }

    private QemuState resetWindows(QemuState qemu, int index) {
        GuestBridge bridge = qemu.guest().bridge(index).orElseThrow();
        if (!qemu.hosts().containsKey(index)) {
            return resetOwn(qemu, bridge);
        }
        return switch (era.windows()) {
            case GROUP_OF_BRIDGE -> qemu;
            case CONTAINERS_ONCE -> windowed(qemu, index).orElse(qemu);
            case CONTAINERS -> {
                QemuState without = changed(qemu, bridge, bridge.withoutWindows());
                yield windowed(without, index).orElse(without);
            }
            default -> new EarlyWindows(era, kernel).reset(qemu, index).next();
        };
    }

    private QemuState resetOwn(QemuState qemu, GuestBridge bridge) {
        if (era.has(QemuBug.RESET_KEEPS_MAPPINGS)) {
            return qemu.with(qemu.guest().with(bridge.cleared()));
        }
        if (!era.guest().dynamicWindows() && bridge.equals(bridge.cleared())) {
            return qemu;
        }
        GuestAnswer reset = DdwCalls.reset(qemu.guest(), bridge);
        QemuState next = new Listener(era, kernel).told(qemu.with(reset.next()), reset.events());
        if (!reset.answer().equals(Answer.OK)) {
            throw new Aborted(reset.rule());
        }
        return next;
    }

    /** Returns QEMU with the window that the host says it has; empty when it does not say. An existing one stays. */
    private Optional<QemuState> windowed(QemuState qemu, int index) {
        BridgeContainers helper = new BridgeContainers(era, kernel);
        BridgeContainers.Said knows = helper.ask(qemu, index, fd -> new Operation.CheckExtension(fd, SPAPR_V1));
        if (knows.last().filter(o -> o.answer().equals(new Answer.Value(1))).isEmpty()) {
            return Optional.empty();
        }
        BridgeContainers.Said said = helper.ask(
                knows.next(),
                index,
                fd -> new Operation.TceGetInfo(fd, era.structs().spapr()));
        if (!said.succeeded()) {
            return Optional.empty();
        }
        GuestBridge bridge = said.next().guest().bridge(index).orElseThrow();
        if (!bridge.windows().isEmpty()) {
            return Optional.of(said.next());
        }
        Outcome info = said.last().orElseThrow();
        GuestBridge with = bridge.withWindow(
                info.out().getOrDefault(OutField.DMA32_WINDOW_START, 0L),
                info.out().getOrDefault(OutField.DMA32_WINDOW_SIZE, 0L));
        return Optional.of(changed(said.next(), bridge, with));
    }

    private QemuState changed(QemuState qemu, GuestBridge before, GuestBridge after) {
        QemuState next = qemu.with(qemu.guest().with(after));
        return new Listener(era, kernel).told(next, before.changes(after, false));
    }
}
