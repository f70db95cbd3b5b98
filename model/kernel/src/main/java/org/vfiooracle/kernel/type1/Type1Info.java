// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.type1;

import java.util.List;
import org.vfiooracle.engine.operation.HasStruct;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.platform.Type1Iommu;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Structs;

/** What a Type1 container tells of itself. */
public final class Type1Info {
    public static final Procedure.Name<Operation.IommuGetInfo> GET_INFO =
            new Procedure.Name<>("type1.VFIO_IOMMU_GET_INFO", Operation.IommuGetInfo.class);
    /** The request of sPAPR that has the same number, and so is the same to this driver. */
    public static final Procedure.Name<Operation.TceGetInfo> TCE_GET_INFO =
            new Procedure.Name<>("type1.VFIO_IOMMU_SPAPR_TCE_GET_INFO", Operation.TceGetInfo.class);

    private static final Source INFO = LinuxFile.TYPE1.in("vfio_iommu_type1_get_info");
    private static final int BASIC_SIZE = 16;
    private static final int WITH_OFFSET = 20;
    private static final int WHOLE = 24;
    private static final long PAGE_SIZES_AND_CAPABILITIES = 3;
    /** The size of the capabilities: 32 of migration, 12 or 16 of entries, 48 of two ranges of addresses. */
    private static final int CAPABILITIES = 92;

    private static final int ALIGNED_CAPABILITIES = 96;
    private static final Releases ALIGNED = Releases.from("6.6");
    private static final long LARGEST_BITMAP = 1L << 28;

    private static final Rule ARGSZ = Rule.read("type1.info.argsz", INFO, "argsz must cover the page sizes");

    private Type1Info() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(info(GET_INFO), info(TCE_GET_INFO));
    }

    private static <O extends Operation & HasStruct> Procedure<O> info(Procedure.Name<O> name) {
        return Procedure.<O>of(
                name,
                Rule.read(
                        "type1.info.reported",
                        INFO,
                        "GET_INFO reports the page sizes; capabilities follow only if argsz has room for all of them, else it reports the room needed"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                Structs.read(),
                Structs.atLeast(ARGSZ, BASIC_SIZE),
                Step.of(
                        "report",
                        call -> report(call, Integer.toUnsignedLong(call.args().argsz()))),
                Structs.written());
    }

    private static Progress report(Call<? extends Operation> call, long argsz) {
        boolean aligned = ALIGNED.contains(call.profile().release());
        int needed = WHOLE + (aligned ? ALIGNED_CAPABILITIES : CAPABILITIES);
        if (aligned && argsz > BASIC_SIZE && argsz < WITH_OFFSET) {
            throw new NotModelled("a field of VFIO_IOMMU_GET_INFO that the struct has half the room for");
        }
        Progress.Done told = Progress.done(call.state())
                .out(OutField.FLAGS, PAGE_SIZES_AND_CAPABILITIES)
                .out(OutField.IOVA_PGSIZES, call.hardware().type1().pageSizes());
        if (argsz < needed) {
            Progress.Done more = told.out(OutField.ARGSZ, needed);
            return argsz < WITH_OFFSET ? more : more.out(OutField.CAP_OFFSET, 0);
        }
        return capabilities(call, told.out(OutField.CAP_OFFSET, WHOLE));
    }

    private static Progress capabilities(Call<? extends Operation> call, Progress.Done told) {
        List<Type1Iommu.Range> ranges = call.hardware().type1().ranges();
        return told.out(OutField.PGSIZE_BITMAP, Type1Driver.page(call))
                .out(OutField.MAX_DIRTY_BITMAP_SIZE, LARGEST_BITMAP)
                .out(
                        OutField.AVAIL,
                        Type1Map.MOST_MAPPINGS - Type1Driver.of(call).mappings().size())
                .out(OutField.NR_IOVAS, ranges.size())
                .out(OutField.IOVA_0_START, ranges.get(0).start())
                .out(OutField.IOVA_0_END, ranges.get(0).end())
                .out(OutField.IOVA_1_START, ranges.get(1).start())
                .out(OutField.IOVA_1_END, ranges.get(1).end());
    }
}
