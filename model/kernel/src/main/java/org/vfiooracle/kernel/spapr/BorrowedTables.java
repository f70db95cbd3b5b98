// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.kernel.spapr.Windows.Wanted;

/**
 * The default window where no table can be created, from 6.4 on: the first call that needs it borrows the table that the group
 * has had since boot. Source: iommu.c of powerpc, Linux 6.6.
 */
public final class BorrowedTables {
    /** Makes the default window; what every window is asked first has been asked. */
    public static final Procedure.Name<Wanted> MAKE = new Procedure.Name<>("spapr.borrow-table-of-group", Wanted.class);

    /** The step that makes the window, with what is given back for it one day. */
    private static final String KEEP_STEP = "keep it";

    /** The releases that do so. */
    static final Releases BORROWING = Releases.between("6.4", "6.10");

    private static final int TCE_SHIFT = 3;

    /** The departure {@code spapr.borrowed-table-stops-kernel}. */
    public static final Deviation STOPS_KERNEL = new Deviation(
            "spapr.borrowed-table-stops-kernel",
            "If the default window uses the boot-time table, the first call that needs the window stops the kernel",
            Releases.between("6.4", "6.10"),
            profile -> true,
            "vfio_iommu_spapr_tce.c: tce_iommu_create_window, BUG_ON of a table without free; seen on 6.6.17",
            catalogue -> catalogue.edit(MAKE, KEEP_STEP, step -> Optional.of(stoppingTheKernel())));

    private BorrowedTables() {}

    static List<Procedure<?>> procedures() {
        return List.of(Procedure.of(
                MAKE,
                Rule.read(
                        "spapr.window.borrowed",
                        LinuxFile.POWERPC_IOMMU.in("spapr_tce_create_table").of(BORROWING),
                        "If tables cannot be created, the default window uses the group's boot-time table and counts as locked memory"),
                Check.that(Windows.MEMLOCK, Errno.ENOMEM, call -> !call.state()
                        .process()
                        .canLock(cost(call), call.profile().pageSize())),
                Step.<Wanted>of(
                        Windows.CHARGE_STEP, call -> Progress.done(call.state().locking(cost(call)))),
                Step.of(KEEP_STEP, call -> keep(call, cost(call)))));
    }

    /** Returns the step that has no outcome: the kernel finds that such a table cannot be freed, and stops. */
    private static Step<Wanted> stoppingTheKernel() {
        return Step.of(KEEP_STEP, call -> {
            throw new NotModelled("a call that stops the kernel: the default window is a table of boot time");
        });
    }

    /** Locked memory of the table, in whole host pages. */
    private static long cost(Call<Wanted> call) {
        long bytes = call.args().size() >>> (call.args().pageShift() - TCE_SHIFT);
        return bytes >>> call.profile().id().pageShift();
    }

    private static Progress keep(Call<Wanted> call, long refundedPages) {
        Wanted wanted = call.args();
        long start = BootWindows.of(
                        call.profile(), call.state().topology(), wanted.in().inTopology(call.state()))
                .start();
        Window window = new Window(
                0, start, wanted.size(), wanted.pageShift(), wanted.levels(), refundedPages, false, false, Tces.NONE);
        return Progress.done(wanted.in()
                        .with(call.state(), wanted.in().spapr(call.state()).with(window)))
                .out(OutField.START_ADDR, start);
    }
}
