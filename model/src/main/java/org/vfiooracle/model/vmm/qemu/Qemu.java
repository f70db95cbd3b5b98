// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.vmm.qemu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.model.engine.NotModelled;
import org.vfiooracle.model.engine.Rule;
import org.vfiooracle.model.guest.Guest;
import org.vfiooracle.model.guest.GuestAnswer;
import org.vfiooracle.model.guest.GuestBridge;
import org.vfiooracle.model.guest.GuestEvent;
import org.vfiooracle.model.guest.GuestRules;
import org.vfiooracle.model.guest.TceCalls;
import org.vfiooracle.model.guest.WindowCalls;
import org.vfiooracle.model.operation.ProgramCall;
import org.vfiooracle.model.operation.Word;
import org.vfiooracle.model.platform.Hardware;
import org.vfiooracle.model.state.Buffer;
import org.vfiooracle.model.state.Program;
import org.vfiooracle.model.vmm.Dialogue;
import org.vfiooracle.model.vmm.Strategy;
import org.vfiooracle.model.vmm.Told;

/** QEMU of one version: the pseries machine on POWER, q35 on x86; without KVM. */
public final class Qemu implements Strategy {
    private final QemuVersion version;
    private final QemuEra era;

    private Qemu(QemuVersion version, QemuEra era) {
        this.version = version;
        this.era = era;
    }

    /** Returns QEMU of a version. */
    public static Qemu of(QemuVersion version) {
        return new Qemu(version, QemuEras.of(version));
    }

    @Override
    public String id() {
        return "qemu-" + version;
    }

    @Override
    public String description() {
        return "QEMU " + version + ": any errno means the next container, newest first, and then a new one";
    }

    @Override
    public List<Rule> rules() {
        List<Rule> all = new ArrayList<>(QemuRules.ALL);
        all.addAll(GuestRules.ALL);
        return all;
    }

    @Override
    public Told perform(ProgramCall call, Optional<Program> memory, Dialogue kernel) {
        if (call instanceof ProgramCall.Start start) {
            return start(start, kernel);
        }
        QemuState qemu = (QemuState) memory.orElseThrow();
        try {
            return told(qemu, call, kernel);
        } catch (Refused e) {
            return Told.of(qemu, Word.FAILED, e.rule());
        } catch (Aborted e) {
            return Told.of(qemu, Word.ABORTED, e.rule());
        }
    }

    private Told start(ProgramCall.Start call, Dialogue kernel) {
        QemuState qemu = begun(call, kernel);
        try {
            for (String device : call.devices()) {
                int at = device.indexOf('@');
                qemu = new Attach(era, kernel)
                        .device(qemu, device.substring(0, at), Integer.parseInt(device.substring(at + 1)))
                        .next();
            }
            return Told.of(reset(qemu, kernel), Word.RUNNING, QemuRules.RUNNING);
        } catch (Refused e) {
            return Told.of(qemu, Word.EXITED, e.rule());
        } catch (Aborted e) {
            return Told.of(qemu, Word.ABORTED, e.rule());
        }
    }

    /** A guest of pseries has bridges 0 and 1, and those that its devices name. */
    private QemuState begun(ProgramCall.Start call, Dialogue kernel) {
        Buffer ram = kernel.buffer(call.ram());
        TreeSet<Integer> bridges = new TreeSet<>(List.of(0, 1));
        for (String device : call.devices()) {
            if (!device.matches("[A-Z]\\.[0-9]+@[0-9]{1,2}")) {
                throw new NotModelled("a device of the command line that is spelled \"" + device + "\"");
            }
            bridges.add(Integer.parseInt(device.substring(device.indexOf('@') + 1)));
        }
        SortedMap<Integer, GuestBridge> guest = new TreeMap<>();
        if (isX86(kernel)) {
            return QemuState.starting(
                    QemuMemory.q35(ram, QemuMemory.firmware(kernel, true)), new Guest(era.guest(), ram.size(), guest));
        }
        bridges.forEach(
                bridge -> guest.put(bridge, GuestBridge.idle(bridge, era.guest().windows())));
        return QemuState.starting(QemuMemory.pseries(ram), new Guest(era.guest(), ram.size(), guest));
    }

    private Told told(QemuState qemu, ProgramCall call, Dialogue kernel) {
        if (call instanceof ProgramCall.DeviceAdd add) {
            if (qemu.device(add.device()).isPresent()) {
                throw new Refused(QemuRules.TWICE);
            }
            if (!isX86(kernel) && qemu.guest().bridge(add.phb()).isEmpty()) {
                throw new NotModelled("a device that is plugged into no bridge");
            }
            Attach.Attached attached = new Attach(era, kernel).device(qemu, add.device(), add.phb());
            return Told.ok(attached.next(), attached.rule());
        }
        if (call instanceof ProgramCall.DeviceDel del) {
            return qemu.device(del.device())
                    .map(device -> new Teardown(era, kernel).device(qemu, device))
                    .map(done -> Told.ok(done.next(), done.rule()))
                    .orElseThrow(() -> new Refused(QemuRules.NO_SUCH_DEVICE));
        }
        if (call instanceof ProgramCall.MemoryAdd add) {
            return memoryAdded(qemu, add, kernel);
        }
        if (call instanceof ProgramCall.SystemReset) {
            return Told.ok(reset(qemu, kernel), QemuRules.RESET);
        }
        if (call instanceof ProgramCall.Quit) {
            return Told.quit(qemu, QemuRules.QUIT);
        }
        return asked(qemu, call, kernel);
    }

    private Told asked(QemuState qemu, ProgramCall call, Dialogue kernel) {
        GuestAnswer answer = answered(qemu.guest(), call);
        QemuState next = followed(qemu.with(answer.next()), answer.events(), kernel);
        return new Told(next, answer.answer(), answer.out(), answer.rule(), false);
    }

    private static GuestAnswer answered(Guest guest, ProgramCall call) {
        if (call instanceof ProgramCall.HPutTce put) {
            return TceCalls.put(guest, put);
        }
        if (call instanceof ProgramCall.HPutTceIndirect put) {
            return TceCalls.putIndirect(guest, put);
        }
        if (call instanceof ProgramCall.HStuffTce stuff) {
            return TceCalls.stuff(guest, stuff);
        }
        if (call instanceof ProgramCall.HGetTce get) {
            return TceCalls.get(guest, get);
        }
        if (call instanceof ProgramCall.QueryPeDmaWindow query) {
            return WindowCalls.query(guest, query);
        }
        if (call instanceof ProgramCall.CreatePeDmaWindow create) {
            return WindowCalls.create(guest, create);
        }
        if (call instanceof ProgramCall.RemovePeDmaWindow remove) {
            return WindowCalls.remove(guest, remove);
        }
        if (call instanceof ProgramCall.ResetPeDmaWindow reset) {
            return WindowCalls.reset(guest, reset);
        }
        throw new NotModelled(call.name() + " to a guest of QEMU");
    }

    private QemuState followed(QemuState qemu, List<GuestEvent> events, Dialogue kernel) {
        QemuState next = qemu;
        for (GuestEvent event : events) {
            next = new Listener(era, kernel).told(next, event);
        }
        return next;
    }

    private QemuState reset(QemuState qemu, Dialogue kernel) {
        if (isX86(kernel)) {
            return shadowed(qemu, kernel);
        }
        QemuState next = qemu;
        List<GuestBridge> newestFirst = new ArrayList<>(qemu.guest().bridges().values());
        Collections.reverse(newestFirst);
        for (GuestBridge bridge : newestFirst) {
            GuestAnswer reset = WindowCalls.reset(next.guest(), bridge);
            next = followed(next.with(reset.next()), reset.events(), kernel);
            new Eeh(kernel).thawed(next, bridge.index());
        }
        return next;
    }

    /** The chipset puts the firmware over the memory below 1 MiB. */
    private static QemuState shadowed(QemuState qemu, Dialogue kernel) {
        List<Section> before = qemu.memory();
        if (QemuMemory.shadowed(before)) {
            return qemu;
        }
        List<Section> after = QemuMemory.q35Reset(before, QemuMemory.firmware(kernel, false));
        RamListener ram = new RamListener(kernel);
        for (HostContainer container : qemu.listeners(0)) {
            ram.removed(
                    container, before.stream().filter(s -> !after.contains(s)).toList());
            ram.added(container, after.stream().filter(s -> !before.contains(s)).toList());
        }
        return qemu.with(after);
    }

    private Told memoryAdded(QemuState qemu, ProgramCall.MemoryAdd add, Dialogue kernel) {
        if (isX86(kernel)) {
            throw new NotModelled("memory that is plugged into q35");
        }
        Section piece = QemuMemory.plugged(qemu.memory(), kernel.buffer(add.ram()));
        List<Section> all = new ArrayList<>(qemu.memory());
        all.add(piece);
        for (List<HostContainer> containers : qemu.spaces().values()) {
            for (HostContainer container : containers) {
                if (!new RamListener(kernel).added(container, List.of(piece))) {
                    throw new Aborted(QemuRules.MEMORY_ABORT);
                }
            }
        }
        return Told.ok(qemu.with(all), QemuRules.MEMORY_ADDED);
    }

    private static boolean isX86(Dialogue kernel) {
        return kernel.profile().hardware().iommu() == Hardware.Iommu.TYPE1;
    }
}
