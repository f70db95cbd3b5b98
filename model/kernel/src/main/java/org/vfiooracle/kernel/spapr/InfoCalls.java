// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.kernel.engine.Call;
import org.vfiooracle.kernel.engine.Check;
import org.vfiooracle.kernel.engine.Membership;
import org.vfiooracle.kernel.engine.Procedure;
import org.vfiooracle.kernel.engine.Progress;
import org.vfiooracle.kernel.engine.Rule;
import org.vfiooracle.kernel.engine.Step;
import org.vfiooracle.kernel.memory.Structs;
import org.vfiooracle.kernel.operation.Errno;
import org.vfiooracle.kernel.operation.HasStruct;
import org.vfiooracle.kernel.operation.Operation;
import org.vfiooracle.kernel.operation.OutField;

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

    private static final int BASIC_SIZE = 16;
    private static final int DDW_SIZE = 32;
    private static final long FLAG_DDW = 1;

    private static final String DRIVER = "vfio_iommu_spapr_tce.c: ";
    private static final Rule ARGSZ = Rule.read(
            "spapr.info.argsz", DRIVER + "tce_iommu_ioctl", "The struct must have room for the 32-bit window");
    private static final Rule REPORTED = Rule.read(
            "spapr.info.reported",
            DRIVER + "tce_iommu_ioctl",
            "The 32-bit window of the newest group is reported, not the live window 0; v2 adds what windows can be created");
    private static final Rule ALREADY =
            Rule.read("spapr.enable.already", DRIVER + "tce_iommu_enable", "A container is enabled once");
    private static final Rule ENABLE_MEMLOCK = Rule.read(
            "spapr.enable.memlock",
            DRIVER + "tce_iommu_enable",
            "ENABLE counts the whole 32-bit window as locked memory");
    private static final Rule NO_DMA32 = Rule.read(
            "spapr.enable.no-window",
            DRIVER + "tce_iommu_enable, 4.2+",
            "A group without a 32-bit window cannot be enabled");
    private static final Rule ENABLED =
            Rule.read("spapr.enable.enabled", DRIVER + "tce_iommu_enable", "The container can map from now on");
    private static final Rule DISABLED = Rule.read(
            "spapr.disable.disabled",
            DRIVER + "tce_iommu_disable",
            "DISABLE gives the locked memory back, whether enabled or not, and leaves the mappings live");

    private InfoCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        List<Procedure<?>> into = new ArrayList<>();
        into.add(info(GET_INFO));
        into.add(info(IOMMU_GET_INFO));
        into.add(Procedure.<Operation.Enable>of(
                        ENABLE,
                        ENABLED,
                        Check.that(ALREADY, Errno.EBUSY, call -> DriverCalls.spapr(call)
                                .enabled()),
                        Check.that(NO_DMA32, Eras.SECOND_ON, Errno.EPERM, call -> windowSize(call) == 0),
                        Step.change("bind to the process", Eras.PENDING, DriverCalls::bound),
                        Check.that(ENABLE_MEMLOCK, Errno.ENOMEM, call -> !call.state()
                                .process()
                                .canLock(
                                        call.pages(windowSize(call)),
                                        call.profile().pageSize())),
                        Step.of("enable", InfoCalls::enable))
                .preceded(DriverCalls.onlyVersion(1)));
        into.add(Procedure.<Operation.Disable>of(DISABLE, DISABLED, Step.of("disable", InfoCalls::disable))
                .preceded(DriverCalls.onlyVersion(1)));
        return into;
    }

    private static <O extends Operation & HasStruct> Procedure<O> info(Procedure.Name<O> name) {
        return Procedure.<O>of(
                name,
                REPORTED,
                Structs.read(),
                Structs.atLeast(ARGSZ, BASIC_SIZE),
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
        if (argsz < DDW_SIZE) {
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
