// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.type1;

import java.util.List;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Transfers;

/** DMA by a device whose group is in a Type1 container. */
public final class Type1Dma {
    public static final Procedure.Name<Operation.DmaWrite> WRITE =
            new Procedure.Name<>("type1.dma-write", Operation.DmaWrite.class);
    public static final Procedure.Name<Operation.DmaRead> READ =
            new Procedure.Name<>("type1.dma-read", Operation.DmaRead.class);

    private static final Source MAPPINGS =
            LinuxFile.INTEL_IOMMU.in("intel_iommu_map").seen("intel-iommu of QEMU");
    private static final long READS = 1;
    private static final long WRITES = 2;

    private static final Rule REACHED = Rule.read(
            "type1.dma.reached",
            MAPPINGS,
            "DMA reaches the memory that a mapping points to; to 6.15 a device can also read through a write-only mapping");
    private static final Rule NO_MAPPING = Rule.read(
            "type1.dma.no-mapping", MAPPINGS, "DMA to an address that the container does not map reaches no memory");
    private static final Rule NOT_WRITABLE =
            Rule.read("type1.dma.not-writable", MAPPINGS, "A device cannot write through a read-only mapping");
    private static final Rule NOT_READABLE = Rule.read(
            "type1.dma.not-readable",
            LinuxFile.INTEL_IOMMU.in("__domain_mapping").seen("5.10.262, 6.1, 6.12, 6.16 to 6.18 and 7.3"),
            "Since 6.16 a device cannot read through a write-only mapping; before 5.13 it could not either, except in late stable releases");

    /** The stable series of those days had it early; 5.10 took it back in 5.10.38, and 5.10.262 has it again. */
    private static final Releases WRITE_MEANS_READ = Releases.between("5.13", "6.15")
            .backportedTo("5.12", 4)
            .backportedTo("5.11", 21)
            .backportedTo("5.10", 262);

    private static final Rule OTHER_MEMORY = Rule.read(
            "type1.dma.other-process",
            Source.elsewhere("fork(2): pinned pages stay with the process that pinned them"),
            "DMA reaches the memory of the process that created the mapping, whichever process owns it now");

    private Type1Dma() {}

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
                            Transfers.look(call, call.args().iova());
                            return call.state();
                        }),
                        Transfers.seen(
                                NO_MAPPING, call -> nothing(call, call.args().iova())),
                        Transfers.seen(
                                NOT_WRITABLE, call -> !lets(call, call.args().iova(), WRITES)),
                        Transfers.seen(
                                OTHER_MEMORY, call -> foreign(call, call.args().iova())),
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
                            Transfers.look(call, call.args().iova());
                            Transfers.look(call, call.args().through());
                            return call.state();
                        }),
                        Transfers.seen(
                                NO_MAPPING,
                                call -> nothing(call, call.args().iova())
                                        || nothing(call, call.args().through())),
                        Transfers.seen(
                                NOT_READABLE,
                                call -> !readable(call, call.args().iova())),
                        Transfers.seen(
                                NOT_WRITABLE, call -> !lets(call, call.args().through(), WRITES)),
                        Transfers.seen(
                                OTHER_MEMORY,
                                call -> foreign(call, call.args().iova())
                                        || foreign(call, call.args().through())),
                        Step.of("read", call -> Progress.done(call.state())
                                .answering(Transfers.ARRIVED)
                                .out(OutField.FETCHED, place(call, call.args().iova())))));
    }

    private static Type1 driver(Call<? extends Operation> call) {
        return (Type1) Transfers.driver(call).orElseThrow();
    }

    private static boolean nothing(Call<? extends Operation> call, long iova) {
        return driver(call).at(iova).isEmpty();
    }

    private static Mapping mapping(Call<? extends Operation> call, long iova) {
        return driver(call).at(iova).orElseThrow();
    }

    private static boolean lets(Call<? extends Operation> call, long iova, long flag) {
        return (mapping(call, iova).flags() & flag) != 0;
    }

    private static boolean readable(Call<? extends Operation> call, long iova) {
        return lets(call, iova, READS)
                || WRITE_MEANS_READ.contains(call.profile().release());
    }

    private static boolean foreign(Call<? extends Operation> call, long iova) {
        return !mapping(call, iova).pinnedBy().equals(call.state().current());
    }

    private static long place(Call<? extends Operation> call, long iova) {
        Mapping mapping = mapping(call, iova);
        return Transfers.place(call, mapping.vaddr().plus(iova - mapping.iova()));
    }
}
