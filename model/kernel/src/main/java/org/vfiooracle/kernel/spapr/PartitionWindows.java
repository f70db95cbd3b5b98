// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.List;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.kernel.spapr.Windows.Wanted;

/** Windows of a partition, whose tables the hypervisor makes. Source: iommu.c of pseries, Linux 6.12. */
public final class PartitionWindows {
    /** Makes a window; what every window is asked first has been asked. */
    public static final Procedure.Name<Wanted> MAKE =
            new Procedure.Name<>("spapr.make-window-in-partition", Wanted.class);

    /** The step that refuses a table for several groups; it gives the charge back by itself where none else does. */
    static final String SHARED_STEP = "hand it to every group";

    /** The releases in which a partition makes windows. */
    static final Releases SINCE = Releases.from("6.11");

    private static final Source CREATE_TABLE =
            LinuxFile.PSERIES_IOMMU.in("spapr_tce_create_table").of(SINCE);
    private static final Source SET_WINDOW =
            LinuxFile.PSERIES_IOMMU.in("spapr_tce_set_window").of(SINCE);
    private static final int TCE_SHIFT = 3;
    private static final long SEVERAL_LEVELS_BYTES = 0xffff_ffffL;

    private static final Rule REFUSED = Rule.read(
            "spapr.partition.refused",
            LinuxFile.PSERIES_IOMMU.in("create_ddw").of(SINCE).seen("6.12 below QEMU"),
            "The hypervisor gives a device only one dynamic window");
    private static final Rule NOT_SHARED = Rule.read(
            "spapr.partition.not-shared",
            SET_WINDOW,
            "A table that the hypervisor created for one group cannot be used by another group");

    private PartitionWindows() {}

    static List<Procedure<?>> procedures() {
        return List.of(Procedure.of(
                MAKE,
                Windows.MADE,
                Check.that(
                        "spapr.partition.no-table",
                        LinuxFile.PSERIES_IOMMU.in("spapr_tce_get_table_size").of(SINCE),
                        "In a partition, a window must be large enough for its table not to be empty",
                        Errno.EINVAL,
                        call -> bytes(call.args()) == 0),
                Check.that(Windows.MEMLOCK, Errno.ENOMEM, call -> !call.state()
                        .process()
                        .canLock(cost(call), call.profile().pageSize())),
                Step.<Wanted>of(
                                Windows.CHARGE_STEP,
                                call -> Progress.done(call.state().locking(cost(call))))
                        .rolledBackBy(call -> Progress.done(call.state().locking(-cost(call)))),
                Check.that(
                        "spapr.partition.geometry",
                        CREATE_TABLE,
                        "In a partition, the window size must be a power of two and the table has one level",
                        Errno.EINVAL,
                        call -> Long.bitCount(call.args().size()) != 1 || severalLevels(call.args())),
                Check.that(
                        "spapr.partition.failed-before",
                        CREATE_TABLE,
                        "After the hypervisor has refused a device one window, the device gets no window until the next boot",
                        Errno.ENODEV,
                        call -> newest(call).windowRefused()),
                Check.that(
                        "spapr.partition.one-dynamic-window",
                        CREATE_TABLE,
                        "Slot 0 accepts no other window while the device has its dynamic window",
                        Errno.EPERM,
                        call -> slot(call) == 0 && hasDynamic(call)),
                Check.that(
                        "spapr.partition.block",
                        CREATE_TABLE,
                        "In a partition, a window has at least one page, and at most as many pages as the hypervisor offers",
                        Errno.EINVAL,
                        call -> !isDefault(call) && !fitsBlock(call)),
                Step.<Wanted>of("ask the hypervisor", PartitionWindows::ask).giving(REFUSED),
                Step.<Wanted>of(SHARED_STEP, call -> shared(call, 0)).giving(NOT_SHARED),
                Step.of("keep it", PartitionWindows::keep)));
    }

    /** Returns the step that refuses a table for several groups and gives back what nothing else gives back. */
    static Step<Wanted> refunding() {
        return Step.<Wanted>of(SHARED_STEP, call -> shared(call, cost(call))).giving(NOT_SHARED);
    }

    private static boolean severalLevels(Wanted wanted) {
        return Integer.compareUnsigned(wanted.levels(), 1) > 0;
    }

    private static long bytes(Wanted wanted) {
        int shift = wanted.pageShift() - TCE_SHIFT;
        return severalLevels(wanted) ? SEVERAL_LEVELS_BYTES : wanted.size() >>> shift;
    }

    /** Locked memory of the table, in whole host pages. */
    private static long cost(Call<Wanted> call) {
        return bytes(call.args()) >>> call.profile().id().pageShift();
    }

    private static Spapr spapr(Call<Wanted> call) {
        return call.args().in().spapr(call.state());
    }

    private static int slot(Call<Wanted> call) {
        return Windows.freeSlot(call).orElseThrow();
    }

    /** The group that the hypervisor makes the table for. */
    private static GroupState newest(Call<Wanted> call) {
        return call.state().group(spapr(call).attached().get(0));
    }

    /** A request for 4K pages that fits below the 32-bit window brings the default window back. */
    private static boolean isDefault(Call<Wanted> call) {
        return slot(call) == 0
                && call.args().pageShift() == Windows.DEFAULT_PAGE_SHIFT
                && Long.compareUnsigned(call.args().size(), call.hardware().dma32Size()) <= 0;
    }

    private static boolean fitsBlock(Call<Wanted> call) {
        long pages = call.args().size() >>> call.args().pageShift();
        return pages != 0 && Long.compareUnsigned(pages, call.hardware().largestBlockPages()) <= 0;
    }

    private static boolean hasDynamic(Call<Wanted> call) {
        return spapr(call).windows().values().stream()
                .anyMatch(window -> window.start() == call.hardware().secondWindowStart());
    }

    private static Progress ask(Call<Wanted> call) {
        if (isDefault(call) || !hasDynamic(call)) {
            return Progress.done(call.state());
        }
        State refused = call.state().with(newest(call).refusedWindow());
        return Progress.stop(refused, REFUSED, Errno.ENODEV);
    }

    private static Progress shared(Call<Wanted> call, long refund) {
        return spapr(call).attached().size() > 1
                ? Progress.stop(call.state().locking(-refund), NOT_SHARED, Errno.EPERM)
                : Progress.done(call.state());
    }

    private static Progress keep(Call<Wanted> call) {
        Wanted wanted = call.args();
        long start = isDefault(call) ? 0 : call.hardware().secondWindowStart();
        Window window = new Window(
                slot(call),
                start,
                wanted.size() >>> wanted.pageShift() << wanted.pageShift(),
                wanted.pageShift(),
                wanted.levels(),
                cost(call),
                false,
                false,
                Tces.NONE);
        return Progress.done(wanted.in().with(call.state(), spapr(call).with(window)))
                .out(OutField.START_ADDR, start);
    }
}
