// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.spapr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.model.engine.Call;
import org.vfiooracle.model.engine.Check;
import org.vfiooracle.model.engine.NotModelled;
import org.vfiooracle.model.engine.Procedure;
import org.vfiooracle.model.engine.Progress;
import org.vfiooracle.model.engine.Rule;
import org.vfiooracle.model.engine.Step;
import org.vfiooracle.model.operation.Address;
import org.vfiooracle.model.operation.Answer;
import org.vfiooracle.model.operation.Operation;
import org.vfiooracle.model.operation.OutField;
import org.vfiooracle.model.platform.Hardware;
import org.vfiooracle.model.platform.Releases;
import org.vfiooracle.model.state.Handle;
import org.vfiooracle.model.state.Spapr;
import org.vfiooracle.model.state.Tces;
import org.vfiooracle.model.topology.Device;

/** DMA by a device, which shows what is mapped. */
public final class DeviceDma {
    public static final Procedure.Name<Operation.DmaWrite> WRITE =
            new Procedure.Name<>("dma-write", Operation.DmaWrite.class);
    public static final Procedure.Name<Operation.DmaRead> READ =
            new Procedure.Name<>("dma-read", Operation.DmaRead.class);

    private static final int TRANSFER = 8;
    private static final long PLACE = 0x1000;
    private static final Releases PINNED_STAYS = Releases.from("5.12");
    private static final int BUFFER_SHIFT = 40;
    private static final long READS = 1;
    private static final long WRITES = 2;
    private static final Answer NOTHING = new Answer.Value(0);
    private static final Answer ARRIVED = new Answer.Value(1);

    private static final String SOURCE = "pci-ioda-tce.c: pnv_tce_build; QEMU edu device";
    private static final Rule REACHED = Rule.read(
            "dma.reached", SOURCE, "A device reaches the memory that a live entry of a window of its group points to");
    private static final Rule NO_ENTRY = Rule.read(
            "dma.no-entry", SOURCE, "Where no window of its group has a live entry, a device reaches nothing");
    private static final Rule NOT_WRITABLE =
            Rule.read("dma.not-writable", SOURCE, "A device cannot write through an entry that only lets it read");
    private static final Rule NOT_READABLE = Rule.read(
            "dma.not-readable",
            "iommu.c of pseries: tce_build_pSeriesLP; seen on 6.12",
            "In a partition a device cannot read through an entry that only lets it write; bridges let it");
    private static final Rule OTHER_MEMORY = Rule.read(
            "dma.other-process",
            "fork(2): pinned pages stay with the process that pinned them",
            "What a device reaches is the memory of the process that mapped it; another process sees nothing of it");

    private DeviceDma() {}

    /** The procedures of this subject, without what a request asks of its descriptor. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        WRITE,
                        REACHED,
                        Step.change("look at the device", call -> {
                            look(call, call.args().iova());
                            return call.state();
                        }),
                        seen(NO_ENTRY, call -> run(call, call.args().iova()).isEmpty()),
                        seen(NOT_WRITABLE, call -> !writable(call, call.args().iova())),
                        seen(OTHER_MEMORY, DeviceDma::otherProcess),
                        Step.of("write", call -> Progress.done(call.state())
                                .answering(ARRIVED)
                                .out(OutField.LANDED, place(call, call.args().iova())))),
                Procedure.of(
                        READ,
                        REACHED,
                        Step.change("look at the device", call -> {
                            look(call, call.args().iova());
                            look(call, call.args().through());
                            return call.state();
                        }),
                        seen(
                                NO_ENTRY,
                                call -> run(call, call.args().iova()).isEmpty()
                                        || run(call, call.args().through()).isEmpty()),
                        seen(NOT_READABLE, DeviceDma::notReadable),
                        seen(NOT_WRITABLE, call -> !writable(call, call.args().through())),
                        seen(OTHER_MEMORY, DeviceDma::otherProcess),
                        Step.of("read", call -> Progress.done(call.state())
                                .answering(ARRIVED)
                                .out(OutField.FETCHED, place(call, call.args().iova())))));
    }

    /** Nothing arrives. */
    private static <O extends Operation> Check<O> seen(
            Rule rule, java.util.function.Predicate<Call<O>> nothingArrives) {
        return new Check<>(rule, Releases.ALL, nothingArrives, NOTHING);
    }

    private static void look(Call<? extends Operation> call, long iova) {
        Handle.DeviceFd fd = fd(call);
        boolean does = call.state()
                .topology()
                .group(fd.group())
                .flatMap(group -> group.device(fd.device()))
                .map(Device::doesDma)
                .orElse(false);
        if (!does) {
            throw new NotModelled("DMA by a device that cannot be told to do it");
        }
        if ((iova & (PLACE - 1)) > PLACE - TRANSFER) {
            throw new NotModelled("DMA across the end of 4 KiB");
        }
        if (!call.state().others().isEmpty()
                && !PINNED_STAYS.contains(call.profile().release())) {
            throw new NotModelled("DMA to memory that processes share until one of them writes to it");
        }
        if (driver(call).isEmpty()) {
            throw new NotModelled("DMA through another IOMMU driver");
        }
        if (driver(call).get().windowAt(iova).isEmpty() && behindWindow(call, iova)) {
            throw new NotModelled("DMA behind the end of a window, where emulated bridges begin anew");
        }
    }

    /** Whether the slot that a bus address belongs to has a window. */
    private static boolean behindWindow(Call<? extends Operation> call, long iova) {
        long second = call.hardware().secondWindowStart();
        boolean upper = Long.compareUnsigned(iova, second) >= 0;
        return driver(call).orElseThrow().windows().values().stream()
                .filter(window -> Long.compareUnsigned(iova, window.start()) >= 0)
                .anyMatch(window -> upper == Long.compareUnsigned(window.start(), second) >= 0);
    }

    private static Handle.DeviceFd fd(Call<? extends Operation> call) {
        return (Handle.DeviceFd) call.state().handle(call.args().on()).orElseThrow();
    }

    private static Optional<Spapr> driver(Call<? extends Operation> call) {
        return call.state()
                .group(fd(call).group())
                .container()
                .flatMap(name -> call.state().container(name).iommu())
                .map(iommu -> iommu instanceof Spapr spapr ? spapr : null);
    }

    private static Optional<Tces.Run> run(Call<? extends Operation> call, long iova) {
        return driver(call)
                .orElseThrow()
                .windowAt(iova)
                .flatMap(window -> window.tces().within(iova, TRANSFER).stream().findFirst())
                .filter(run -> run.flags() != 0);
    }

    private static boolean writable(Call<? extends Operation> call, long iova) {
        return (run(call, iova).orElseThrow().flags() & WRITES) != 0;
    }

    private static boolean notReadable(Call<Operation.DmaRead> call) {
        return call.hardware().tables() == Hardware.Tables.HYPERVISOR
                && (run(call, call.args().iova()).orElseThrow().flags() & READS) == 0;
    }

    private static boolean otherProcess(Call<? extends Operation> call) {
        String caller = call.state().current();
        return !driver(call).orElseThrow().owner().orElse(caller).equals(caller);
    }

    /** The ordinal of the buffer by name times 1 TiB, plus the offset in it. */
    private static long place(Call<? extends Operation> call, long iova) {
        Address.InBuffer at = (Address.InBuffer) run(call, iova).orElseThrow().vaddr();
        List<String> names = new ArrayList<>(call.state().process().buffers().keySet());
        return ((long) names.indexOf(at.buffer()) << BUFFER_SHIFT) + at.offset();
    }
}
