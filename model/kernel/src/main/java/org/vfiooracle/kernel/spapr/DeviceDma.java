// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Transfers;

/** DMA by a device, which shows what is mapped. */
public final class DeviceDma {
    public static final Procedure.Name<Operation.DmaWrite> WRITE =
            new Procedure.Name<>("dma-write", Operation.DmaWrite.class);
    public static final Procedure.Name<Operation.DmaRead> READ =
            new Procedure.Name<>("dma-read", Operation.DmaRead.class);

    private static final Source ENTRIES = LinuxFile.POWERNV_PCI
            .in("pnv_tce_build", Releases.to("4.18"))
            .then(LinuxFile.PCI_IODA_TCE, "pnv_tce_build")
            .seen("the edu device of QEMU");
    private static final long READS = 1;
    private static final long WRITES = 2;

    private static final Rule REACHED = Rule.read(
            "dma.reached", ENTRIES, "DMA reaches the memory that a live TCE of a window of the group points to");
    private static final Rule NO_ENTRY = Rule.read(
            "dma.no-entry", ENTRIES, "DMA to an address without a live TCE in a window of the group reaches no memory");
    private static final Rule NOT_WRITABLE =
            Rule.read("dma.not-writable", ENTRIES, "A device cannot write through a read-only TCE");

    /** The releases that do not add READ to WRITE on bridges; 4.1 always set it. */
    private static final Releases READ_LEFT_OUT = Releases.between("4.2", "4.4").fixedIn("4.4", 11);

    private static final Rule NOT_READABLE = Rule.read(
            "dma.not-readable",
            LinuxFile.PSERIES_IOMMU
                    .in("tce_build_pSeriesLP")
                    .then(LinuxFile.POWERNV_PCI, "pnv_tce_xchg", READ_LEFT_OUT)
                    .seen("4.2.8 on POWER8 and 6.12 in a partition"),
            "A device cannot read through a write-only TCE of a partition, or of a bare-metal bridge before Linux 4.4.11; 4.1 allowed it");

    private static final Rule OTHER_MEMORY = Rule.read(
            "dma.other-process",
            Source.elsewhere("fork(2): pinned pages stay with the process that pinned them"),
            "DMA reaches the memory of the process that created the mapping, so no other process sees it");

    private DeviceDma() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.<Operation.DmaWrite>of(
                        WRITE,
                        REACHED,
                        AskedFirst.open(),
                        AskedFirst.driver(),
                        AskedFirst.itsProcess(),
                        AskedFirst.kind(Handle.DeviceFd.class),
                        Step.change("look at the device", call -> {
                            look(call, call.args().iova());
                            return call.state();
                        }),
                        Transfers.seen(
                                NO_ENTRY, call -> run(call, call.args().iova()).isEmpty()),
                        Transfers.seen(
                                NOT_WRITABLE,
                                call -> !writable(call, call.args().iova())),
                        Transfers.seen(OTHER_MEMORY, DeviceDma::otherProcess),
                        Step.of("write", call -> Progress.done(call.state())
                                .answering(Transfers.ARRIVED)
                                .out(OutField.LANDED, place(call, call.args().iova())))),
                Procedure.<Operation.DmaRead>of(
                        READ,
                        REACHED,
                        AskedFirst.open(),
                        AskedFirst.driver(),
                        AskedFirst.itsProcess(),
                        AskedFirst.kind(Handle.DeviceFd.class),
                        Step.change("look at the device", call -> {
                            look(call, call.args().iova());
                            look(call, call.args().through());
                            return call.state();
                        }),
                        Transfers.seen(
                                NO_ENTRY,
                                call -> run(call, call.args().iova()).isEmpty()
                                        || run(call, call.args().through()).isEmpty()),
                        Transfers.seen(NOT_READABLE, call -> inPartition(call) && writeOnly(call)),
                        Transfers.seen(NOT_READABLE, READ_LEFT_OUT, DeviceDma::writeOnly),
                        Transfers.seen(
                                NOT_WRITABLE,
                                call -> !writable(call, call.args().through())),
                        Transfers.seen(OTHER_MEMORY, DeviceDma::otherProcess),
                        Step.of("read", call -> Progress.done(call.state())
                                .answering(Transfers.ARRIVED)
                                .out(OutField.FETCHED, place(call, call.args().iova())))));
    }

    private static void look(Call<? extends Operation> call, long iova) {
        Transfers.look(call, iova);
        if (driver(call).windowAt(iova).isEmpty() && behindWindow(call, iova)) {
            throw new NotModelled("DMA behind the end of a window, where emulated bridges begin anew");
        }
    }

    /** Whether the slot that a bus address belongs to has a window. */
    private static boolean behindWindow(Call<? extends Operation> call, long iova) {
        long second = call.hardware().secondWindowStart();
        boolean upper = Long.compareUnsigned(iova, second) >= 0;
        return driver(call).windows().values().stream()
                .filter(window -> Long.compareUnsigned(iova, window.start()) >= 0)
                .anyMatch(window -> upper == Long.compareUnsigned(window.start(), second) >= 0);
    }

    private static Spapr driver(Call<? extends Operation> call) {
        return (Spapr) Transfers.driver(call).orElseThrow();
    }

    private static Optional<Tces.Run> run(Call<? extends Operation> call, long iova) {
        return driver(call)
                .windowAt(iova)
                .flatMap(window ->
                        window.tces().within(iova, Transfers.LENGTH).stream().findFirst())
                .filter(run -> run.flags() != 0);
    }

    private static boolean writable(Call<? extends Operation> call, long iova) {
        return (run(call, iova).orElseThrow().flags() & WRITES) != 0;
    }

    private static boolean inPartition(Call<Operation.DmaRead> call) {
        return call.hardware().tables() == Hardware.Tables.HYPERVISOR;
    }

    private static boolean writeOnly(Call<Operation.DmaRead> call) {
        return (run(call, call.args().iova()).orElseThrow().flags() & READS) == 0;
    }

    private static boolean otherProcess(Call<? extends Operation> call) {
        String caller = call.state().current();
        return !driver(call).owner().orElse(caller).equals(caller);
    }

    private static long place(Call<? extends Operation> call, long iova) {
        return Transfers.place(call, run(call, iova).orElseThrow().vaddr());
    }
}
