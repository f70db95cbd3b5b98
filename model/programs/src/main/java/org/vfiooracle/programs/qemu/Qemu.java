// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.operation.Word;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Program;
import org.vfiooracle.programs.guest.DdwCalls;
import org.vfiooracle.programs.guest.Guest;
import org.vfiooracle.programs.guest.GuestAnswer;
import org.vfiooracle.programs.guest.GuestRules;
import org.vfiooracle.programs.guest.TceCalls;
import org.vfiooracle.programs.vmm.Dialogue;
import org.vfiooracle.programs.vmm.ProgramDeviation;
import org.vfiooracle.programs.vmm.Strategy;
import org.vfiooracle.programs.vmm.Told;

/** QEMU of one version: the pseries machine on POWER, q35 on x86; without KVM. */
public final class Qemu implements Strategy {
    private final String id;
    private final String description;
    private final Function<Set<QemuBug>, QemuEra> eras;
    private final QemuEra era;

    private Qemu(String id, String description, Function<Set<QemuBug>, QemuEra> eras, Set<QemuBug> bugs) {
        this.id = id;
        this.description = description;
        this.eras = eras;
        this.era = eras.apply(bugs);
    }

    /** Returns QEMU of a version. */
    public static Qemu of(QemuVersion version) {
        return new Qemu(
                "qemu-" + version,
                QemuEras.description(version),
                bugs -> QemuEras.of(version, bugs),
                QemuEras.bugs(version));
    }

    /** Returns QEMU with a state of the series that gave a bridge several containers, before it was merged. */
    public static Qemu of(QemuSeries series) {
        return new Qemu("qemu-wip-" + series.key(), series.description(), series::era, series.bugs());
    }

    /** What QEMU of some version does wrong, and what it can be made to do wrong. */
    public static List<ProgramDeviation> bugs() {
        return QemuBug.all();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<ProgramDeviation> deviations() {
        return Arrays.stream(QemuBug.values())
                .filter(era::has)
                .map(QemuBug::deviation)
                .toList();
    }

    @Override
    public List<ProgramDeviation> possible() {
        return Arrays.stream(QemuBug.values())
                .filter(bug -> bug.possible(era.windows()))
                .map(QemuBug::deviation)
                .toList();
    }

    @Override
    public Strategy without(ProgramDeviation deviation) {
        QemuBug bug = QemuBug.of(deviation).filter(era::has).orElseThrow(() -> unknown(deviation));
        Set<QemuBug> fewer = EnumSet.copyOf(era.bugs());
        fewer.remove(bug);
        return new Qemu(id, description, eras, fewer);
    }

    @Override
    public Strategy with(ProgramDeviation deviation) {
        QemuBug bug =
                QemuBug.of(deviation).filter(b -> b.possible(era.windows())).orElseThrow(() -> unknown(deviation));
        Set<QemuBug> more = EnumSet.of(bug);
        more.addAll(era.bugs());
        return new Qemu(id, description, eras, more);
    }

    private IllegalArgumentException unknown(ProgramDeviation deviation) {
        return new IllegalArgumentException(id + " has nothing to do with " + deviation.id());
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
        QemuState before = (QemuState) memory.orElseThrow();
        QemuState qemu = before.with(before.guest().offering(era.guest()));
        try {
            return told(qemu, call, kernel);
        } catch (Refused e) {
            return Told.of(e.after(qemu), Word.FAILED, e.rule());
        } catch (Aborted e) {
            return Told.of(qemu, Word.ABORTED, e.rule());
        }
    }

    private Told start(ProgramCall.Start call, Dialogue kernel) {
        List<DeviceOption> devices = DeviceOption.parse(call.devices());
        Buffer ram = kernel.buffer(call.ram());
        QemuState qemu = isX86(kernel)
                ? x86(ram, kernel)
                : QemuState.starting(
                        QemuMemory.pseries(ram), new TreeMap<>(), new Guest(era.guest(), ram.size(), new TreeMap<>()));
        try {
            if (!isX86(kernel)) {
                qemu = new Bridges(era, kernel).made(ram, devices);
            }
            for (DeviceOption device : devices) {
                qemu = new DeviceAttach(era, kernel)
                        .device(qemu, device.device(), device.bridge())
                        .next();
            }
            return Told.of(reset(qemu, kernel), Word.RUNNING, QemuRules.RUNNING);
        } catch (Refused e) {
            return Told.of(qemu, Word.EXITED, e.rule());
        } catch (Aborted e) {
            return Told.of(qemu, Word.ABORTED, e.rule());
        }
    }

    private QemuState x86(Buffer ram, Dialogue kernel) {
        return QemuState.starting(
                QemuMemory.q35(ram, QemuMemory.firmware(kernel, true)),
                new TreeMap<>(),
                new Guest(era.guest(), ram.size(), new TreeMap<>()));
    }

    private Told told(QemuState qemu, ProgramCall call, Dialogue kernel) {
        if (qemu.listenerLeft() && changesMemory(call)) {
            throw new NotModelled(call.name() + " to " + id
                    + " after it freed a container that still listens to memory (B22): it may end by a fault");
        }
        if (call instanceof ProgramCall.DeviceAdd add) {
            if (qemu.device(add.device()).isPresent()) {
                throw new Refused(QemuRules.TWICE);
            }
            if (!isX86(kernel) && qemu.guest().bridge(add.phb()).isEmpty()) {
                throw new NotModelled("a device that is plugged into no bridge");
            }
            if (era.windows() == QemuEra.Windows.CONTAINERS_MAKE && !qemu.hasDevices(add.phb())) {
                throw new NotModelled("the first device that is plugged into a bridge of the series of 2015");
            }
            DeviceAttach.Attached attached = new DeviceAttach(era, kernel).device(qemu, add.device(), add.phb());
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

    /** Whether all that listens to memory is looked at. */
    private static boolean changesMemory(ProgramCall call) {
        return call instanceof ProgramCall.DeviceAdd
                || call instanceof ProgramCall.DeviceDel
                || call instanceof ProgramCall.MemoryAdd
                || call instanceof ProgramCall.SystemReset
                || call instanceof ProgramCall.CreatePeDmaWindow
                || call instanceof ProgramCall.RemovePeDmaWindow
                || call instanceof ProgramCall.ResetPeDmaWindow;
    }

    private Told asked(QemuState qemu, ProgramCall call, Dialogue kernel) {
        if (isX86(kernel)) {
            throw new NotModelled(call.name() + " of a guest that is no pseries");
        }
        Optional<Told> eeh = new GuestEehCalls(era, kernel).told(qemu, call);
        if (eeh.isPresent()) {
            return eeh.get();
        }
        if (era.windows() == QemuEra.Windows.CONTAINERS_MAKE) {
            Optional<Told> early = new EarlyWindows(era, kernel).told(qemu, call);
            if (early.isPresent()) {
                return early.get();
            }
        }
        GuestAnswer answer = answered(qemu.guest(), call);
        QemuState next = new Listener(era, kernel).told(qemu.with(answer.next()), answer.events());
        boolean ends = answer.answer().equals(Answer.of(Word.ABORTED));
        return new Told(next, answer.answer(), answer.out(), answer.rule(), ends);
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
            return DdwCalls.query(guest, query);
        }
        if (call instanceof ProgramCall.CreatePeDmaWindow create) {
            return DdwCalls.create(guest, create);
        }
        if (call instanceof ProgramCall.RemovePeDmaWindow remove) {
            return DdwCalls.remove(guest, remove);
        }
        if (call instanceof ProgramCall.ResetPeDmaWindow reset) {
            return DdwCalls.reset(guest, reset);
        }
        throw new NotModelled(call.name() + " to a guest of QEMU");
    }

    private QemuState reset(QemuState qemu, Dialogue kernel) {
        return isX86(kernel) ? shadowed(qemu, kernel) : new Bridges(era, kernel).reset(qemu);
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
