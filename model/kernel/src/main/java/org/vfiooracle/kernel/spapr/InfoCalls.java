// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.HasStruct;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Membership;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Structs;

/** GET_INFO, ENABLE and DISABLE. */
public final class InfoCalls {
    public static final Procedure.Name<Operation.TceGetInfo> GET_INFO =
            new Procedure.Name<>("VFIO_IOMMU_SPAPR_TCE_GET_INFO", Operation.TceGetInfo.class);
    /** The request of Type1 that has the same number, and so is the same to this driver. */
    public static final Procedure.Name<Operation.IommuGetInfo> IOMMU_GET_INFO =
            new Procedure.Name<>("VFIO_IOMMU_GET_INFO", Operation.IommuGetInfo.class);

    public static final Procedure.Name<Operation.Enable> ENABLE =
            new Procedure.Name<>("VFIO_IOMMU_ENABLE", Operation.Enable.class);
    public static final Procedure.Name<Operation.Disable> DISABLE =
            new Procedure.Name<>("VFIO_IOMMU_DISABLE", Operation.Disable.class);

    private static final Source IOCTL = LinuxFile.SPAPR_TCE.in("tce_iommu_ioctl");
    private static final Source ENABLING = LinuxFile.SPAPR_TCE.in("tce_iommu_enable");
    private static final int BASIC_SIZE = 16;
    private static final int DDW_SIZE = 32;
    private static final long FLAG_DDW = 1;

    private InfoCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        List<Procedure<?>> into = new ArrayList<>();
        into.add(info(GET_INFO));
        into.add(info(IOMMU_GET_INFO));
        into.add(Procedure.<Operation.Enable>of(
                ENABLE,
                Rule.read("spapr.enable.enabled", ENABLING, "The container is enabled and can map from now on"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                DriverCalls.notType1(),
                DriverCalls.inV1(),
                Check.that(
                        "spapr.enable.already",
                        ENABLING,
                        "A container can be enabled only once",
                        Errno.EBUSY,
                        call -> DriverCalls.spapr(call).enabled()),
                Check.that(
                        "spapr.enable.no-window",
                        ENABLING.of(Eras.SECOND_ON),
                        "A container cannot be enabled if its group has no 32-bit window",
                        Errno.EPERM,
                        call -> windowSize(call) == 0),
                Step.change("bind to the process", Eras.PENDING, DriverCalls::bound),
                Check.that(
                        "spapr.enable.memlock",
                        ENABLING,
                        "ENABLE counts the whole 32-bit window as locked memory",
                        Errno.ENOMEM,
                        call -> !call.state()
                                .process()
                                .canLock(
                                        call.pages(windowSize(call)),
                                        call.profile().pageSize())),
                Step.of("enable", InfoCalls::enable)));
        into.add(Procedure.<Operation.Disable>of(
                DISABLE,
                Rule.read(
                        "spapr.disable.disabled",
                        LinuxFile.SPAPR_TCE.in("tce_iommu_disable"),
                        "DISABLE releases the locked memory, even if the container was not enabled, and keeps the mappings live"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                DriverCalls.notType1(),
                DriverCalls.inV1(),
                Step.of("disable", InfoCalls::disable)));
        return into;
    }

    private static <O extends Operation & HasStruct> Procedure<O> info(Procedure.Name<O> name) {
        return Procedure.<O>of(
                name,
                Rule.read(
                        "spapr.info.reported",
                        IOCTL,
                        "The 32-bit window of the newest group is reported, not the live window 0; v2 also reports which windows can be created"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                Structs.read(),
                Structs.atLeast(Rule.read("spapr.info.argsz", IOCTL, "argsz must cover the 32-bit window"), BASIC_SIZE),
                Step.of("report the 32-bit window", InfoCalls::report),
                Step.of(
                        "report what can be created",
                        Eras.SECOND_ON,
                        call -> reportDdw(call, call.args().argsz())),
                Structs.written());
    }

    private static BootWindows window(Call<? extends Operation> call) {
        Membership newest = DriverCalls.newest(call);
        return BootWindows.of(call.profile(), call.state().topology(), newest.inTopology(call.state()));
    }

    private static long windowSize(Call<? extends Operation> call) {
        return window(call).size();
    }

    private static Progress report(Call<? extends Operation> call) {
        BootWindows window = window(call);
        return Progress.done(call.state())
                .out(OutField.FLAGS, 0)
                .out(OutField.DMA32_WINDOW_START, window.start())
                .out(OutField.DMA32_WINDOW_SIZE, window.size());
    }

    /** The flag is set even where the struct has no room for what it announces. */
    private static Progress reportDdw(Call<? extends Operation> call, int argsz) {
        boolean ddw = DriverCalls.spapr(call).version() == 2 && call.hardware().createsWindows();
        Progress.Done flagged = Progress.done(call.state()).out(OutField.FLAGS, ddw ? FLAG_DDW : 0);
        if (Integer.compareUnsigned(argsz, DDW_SIZE) < 0) {
            return flagged;
        }
        return flagged.out(OutField.DDW_PGSIZES, ddw ? call.hardware().pageSizeMask() : 0)
                .out(
                        OutField.DDW_MAX_DYNAMIC_WINDOWS_SUPPORTED,
                        ddw ? call.hardware().tablesPerPe() : 0)
                .out(OutField.DDW_LEVELS, ddw ? call.hardware().maxLevels() : 0);
    }

    private static Progress enable(Call<Operation.Enable> call) {
        long pages = call.pages(windowSize(call));
        return Progress.done(DriverCalls.with(call, DriverCalls.spapr(call).enabling(true, pages))
                .locking(pages));
    }

    private static Progress disable(Call<Operation.Disable> call) {
        long pages = DriverCalls.spapr(call).enabledPages();
        return Progress.done(DriverCalls.with(call, DriverCalls.spapr(call).enabling(false, 0))
                .locking(-pages));
    }
}
