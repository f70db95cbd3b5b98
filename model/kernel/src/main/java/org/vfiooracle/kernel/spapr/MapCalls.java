// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.kernel.engine.Call;
import org.vfiooracle.kernel.engine.Check;
import org.vfiooracle.kernel.engine.NotModelled;
import org.vfiooracle.kernel.engine.Procedure;
import org.vfiooracle.kernel.engine.Progress;
import org.vfiooracle.kernel.engine.Rule;
import org.vfiooracle.kernel.engine.Step;
import org.vfiooracle.kernel.memory.Memory;
import org.vfiooracle.kernel.memory.Structs;
import org.vfiooracle.kernel.operation.Effect;
import org.vfiooracle.kernel.operation.Errno;
import org.vfiooracle.kernel.operation.Operation;
import org.vfiooracle.kernel.platform.Releases;
import org.vfiooracle.kernel.state.Spapr;
import org.vfiooracle.kernel.state.State;
import org.vfiooracle.kernel.state.Window;

/** MAP_DMA and UNMAP_DMA. */
public final class MapCalls {
    public static final Procedure.Name<Operation.MapDma> MAP =
            new Procedure.Name<>("VFIO_IOMMU_MAP_DMA", Operation.MapDma.class);
    public static final Procedure.Name<Operation.UnmapDma> UNMAP =
            new Procedure.Name<>("VFIO_IOMMU_UNMAP_DMA", Operation.UnmapDma.class);

    /** The checks of the alignment of iova; a deviation gives them another answer. */
    public static final String MAP_IOVA_ALIGNED_ID = "spapr.map.iova-aligned";

    public static final String UNMAP_IOVA_ALIGNED_ID = "spapr.unmap.iova-aligned";

    /** The check of the end of what is unmapped; a deviation gives it another answer. */
    public static final String UNMAP_RANGE_ID = "spapr.unmap.range";

    /** What compares the end of an UNMAP with its window again, which 4.12 had forgotten. */
    public static final Releases RANGE_CHECKED_AGAIN =
            Releases.from("7.3").backportedTo("6.12", 112).backportedTo("7.2", 8);

    /** The check that 4.1 makes for live entries; a deviation takes it away. */
    public static final String LIVE_ENTRY_ID = "spapr.map.live-entry";

    private static final int MAP_SIZE = 32;
    private static final int UNMAP_SIZE = 24;
    private static final long READ_WRITE = 3;
    /** Where v1 makes a shadow that only v2 has a use for. */
    private static final String DRIVER = "vfio_iommu_spapr_tce.c: ";

    private static final Rule NOT_ENABLED = Rule.read(
            "spapr.map.not-enabled",
            DRIVER + "tce_iommu_ioctl, 4.2+",
            "A v1 container maps after ENABLE, a v2 container after some memory was registered");
    private static final Rule ARGSZ =
            Rule.read("spapr.map.argsz", DRIVER + "tce_iommu_ioctl", "The struct must be whole");
    private static final Rule FLAGS =
            Rule.read("spapr.map.flags", DRIVER + "tce_iommu_ioctl", "MAP_DMA knows READ and WRITE, UNMAP_DMA no flag");
    private static final Rule NO_WINDOW =
            Rule.read("spapr.map.no-window", DRIVER + "tce_iommu_find_table", "No window contains this bus address");
    private static final Rule OUT_OF_WINDOW = Rule.read(
            "spapr.map.out-of-window",
            "iommu.c: iommu_tce_put_param_check, to 4.1",
            "The bus address is not in the window");
    private static final Rule SIZE_ALIGNED = Rule.read(
            "spapr.map.size-aligned", DRIVER + "tce_iommu_ioctl", "Size and memory are in whole pages of the window");
    private static final Rule NO_ACCESS = Rule.read(
            "spapr.map.no-access", DRIVER + "tce_iommu_ioctl", "A mapping lets the device read, write or both");
    private static final Rule IOVA_ALIGNED = Rule.read(
            MAP_IOVA_ALIGNED_ID, "iommu.c: iommu_tce_check_ioba", "The bus address is in whole pages of the window");
    private static final Rule UNMAP_IOVA_ALIGNED = Rule.read(
            UNMAP_IOVA_ALIGNED_ID, "iommu.c: iommu_tce_check_ioba", "The bus address is in whole pages of the window");
    private static final Rule UNMAP_RANGE = Rule.read(
            UNMAP_RANGE_ID,
            "iommu.c: iommu_tce_clear_param_check, to 4.11; again in 6.12.117 and 7.2.13",
            "The whole range lies in the window");
    private static final Rule LIVE_ENTRY = Rule.read(
            LIVE_ENTRY_ID,
            "iommu.c: iommu_tce_build, to 4.1",
            "A page that is mapped is not mapped again before it is unmapped");
    private static final Rule SHADOW_MEMLOCK = Rule.read(
            "spapr.map.shadow-memlock",
            DRIVER + "tce_iommu_userspace_view_alloc, 4.10..4.18",
            "The first v2 MAP into a window makes a shadow of user addresses, which counts as locked memory");
    private static final Rule MAPPED = Rule.read(
            "spapr.map.mapped",
            DRIVER + "tce_iommu_build",
            "Every page of the range is mapped; what was mapped there is replaced");
    private static final Rule UNMAPPED = Rule.read(
            "spapr.unmap.unmapped",
            DRIVER + "tce_iommu_clear",
            "Every page of the range is unmapped, whether it was mapped or not");

    private MapCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        List<Procedure<?>> into = new ArrayList<>();
        into.add(Procedure.<Operation.MapDma>of(
                MAP,
                MAPPED,
                Check.that(NOT_ENABLED, Eras.SECOND_ON, Errno.EPERM, call -> !DriverCalls.spapr(call)
                        .enabled()),
                Structs.read(),
                Structs.atLeast(ARGSZ, MAP_SIZE),
                Check.that(FLAGS, Errno.EINVAL, call -> (call.args().flags() & ~READ_WRITE) != 0),
                Step.<Operation.MapDma>of("make the default window", Eras.PENDING, WindowCalls::makeDefault)
                        .performing(Windows.MAKE_DEFAULT),
                Check.that(
                        NO_WINDOW,
                        Eras.SECOND_ON,
                        Errno.ENXIO,
                        call -> noWindow(call, call.args().iova())),
                Check.that(SIZE_ALIGNED, Errno.EINVAL, MapCalls::sizeMisaligned),
                Check.that(NO_ACCESS, Errno.EINVAL, call -> (call.args().flags() & READ_WRITE) == 0),
                Check.that(
                        IOVA_ALIGNED,
                        Errno.EINVAL,
                        call -> !Memory.aligned(
                                call.args().iova(), pageSize(call, call.args().iova()))),
                Check.that(
                        OUT_OF_WINDOW,
                        Eras.FIRST,
                        Errno.EINVAL,
                        call -> noWindow(call, call.args().iova())),
                Check.that(LIVE_ENTRY, Eras.FIRST, Errno.EBUSY, MapCalls::hitsLiveEntry),
                Step.<Operation.MapDma>of("make the shadow", Eras.SHADOW_AT_MAP, MapCalls::makeShadow)
                        .giving(SHADOW_MEMLOCK),
                Step.<Operation.MapDma>of("write the entries", MapCalls::map)
                        .giving(PageWriter.NOT_REGISTERED)
                        .performing(PageWriter.PIN, PageWriter.PAGE_SIZES, PageWriter.CONTAINED)));
        into.add(Procedure.<Operation.UnmapDma>of(
                UNMAP,
                UNMAPPED,
                Check.that(NOT_ENABLED, Eras.SECOND_ON, Errno.EPERM, call -> !DriverCalls.spapr(call)
                        .enabled()),
                Structs.read(),
                Structs.atLeast(ARGSZ, UNMAP_SIZE),
                Check.that(FLAGS, Errno.EINVAL, call -> call.args().flags() != 0),
                Step.<Operation.UnmapDma>of("make the default window", Eras.PENDING, WindowCalls::makeDefault)
                        .performing(Windows.MAKE_DEFAULT),
                Check.that(
                        NO_WINDOW,
                        Eras.SECOND_ON,
                        Errno.ENXIO,
                        call -> noWindow(call, call.args().iova())),
                Check.that(
                        SIZE_ALIGNED,
                        Errno.EINVAL,
                        call -> !Memory.aligned(
                                call.args().size(), pageSize(call, call.args().iova()))),
                Check.that(
                        UNMAP_IOVA_ALIGNED,
                        Errno.EINVAL,
                        call -> !Memory.aligned(
                                call.args().iova(), pageSize(call, call.args().iova()))),
                Check.that(
                        OUT_OF_WINDOW,
                        Eras.FIRST,
                        Errno.EINVAL,
                        call -> noWindow(call, call.args().iova())),
                Check.that(UNMAP_RANGE, Releases.to("4.11"), Errno.EINVAL, MapCalls::unmapLeavesWindow),
                Check.that(UNMAP_RANGE, RANGE_CHECKED_AGAIN, Errno.EINVAL, MapCalls::unmapLeavesWindow),
                Step.of("clear the entries", MapCalls::unmap)));
        return into;
    }

    private static boolean noWindow(Call<? extends Operation> call, long iova) {
        return DriverCalls.spapr(call).windowAt(iova).isEmpty();
    }

    /** The page size of the window that an address is in; on old kernels that of the only window, wherever the address is. */
    private static long pageSize(Call<? extends Operation> call, long iova) {
        return DriverCalls.spapr(call).windowAt(iova).map(Window::pageSize).orElse(1L << Windows.DEFAULT_PAGE_SHIFT);
    }

    private static boolean sizeMisaligned(Call<Operation.MapDma> call) {
        long page = pageSize(call, call.args().iova());
        return !Memory.aligned(call.args().size(), page)
                || !Memory.aligned(call.args().vaddr(), page);
    }

    private static boolean unmapLeavesWindow(Call<Operation.UnmapDma> call) {
        return leavesWindow(call, call.args().iova(), call.args().size());
    }

    private static boolean leavesWindow(Call<? extends Operation> call, long iova, long size) {
        Window window = DriverCalls.spapr(call).windowAt(iova).orElseThrow();
        return Long.compareUnsigned(size, window.size() - (iova - window.start())) > 0;
    }

    private static boolean hitsLiveEntry(Call<Operation.MapDma> call) {
        Window window = DriverCalls.spapr(call).windowAt(call.args().iova()).orElseThrow();
        return !window.tces().within(call.args().iova(), call.args().size()).isEmpty();
    }

    private static Progress makeShadow(Call<Operation.MapDma> call) {
        Spapr spapr = DriverCalls.spapr(call);
        Window window = spapr.windowAt(call.args().iova()).orElseThrow();
        if (spapr.version() != 2 || window.shadow()) {
            return Progress.done(call.state());
        }
        long pages = TableTariff.shadow(call, window);
        if (!call.state().process().canLock(pages, call.profile().pageSize())) {
            return Progress.stop(call.state(), SHADOW_MEMLOCK, Errno.ENOMEM);
        }
        State next = DriverCalls.with(call, spapr.with(window.withShadow(pages)));
        return Progress.done(next.locking(pages));
    }

    private static Progress map(Call<Operation.MapDma> call) {
        Operation.MapDma op = call.args();
        refuseUndefined(call, op.iova(), op.size());
        Window window = DriverCalls.spapr(call).windowAt(op.iova()).orElseThrow();
        return new PageWriter(call, DriverCalls.newest(call), window).write();
    }

    private static Progress unmap(Call<Operation.UnmapDma> call) {
        Operation.UnmapDma op = call.args();
        refuseUndefined(call, op.iova(), op.size());
        Window window = DriverCalls.spapr(call).windowAt(op.iova()).orElseThrow();
        Progress.Done cleared =
                TableWrites.clear(call, call.state(), DriverCalls.newest(call), window.number(), op.iova(), op.size());
        State next = cleared.state();
        List<Effect> effects = new ArrayList<>(cleared.effects());
        return Progress.done(next, effects);
    }

    private static void refuseUndefined(Call<? extends Operation> call, long iova, long size) {
        if (leavesWindow(call, iova, size)) {
            throw new NotModelled("a range that leaves its window, which is undefined");
        }
    }
}
