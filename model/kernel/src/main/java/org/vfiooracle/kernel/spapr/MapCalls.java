// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
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
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Memory;
import org.vfiooracle.kernel.memory.Structs;

/** MAP_DMA and UNMAP_DMA. */
public final class MapCalls {
    public static final Procedure.Name<Operation.MapDma> MAP =
            new Procedure.Name<>("VFIO_IOMMU_MAP_DMA", Operation.MapDma.class);
    public static final Procedure.Name<Operation.UnmapDma> UNMAP =
            new Procedure.Name<>("VFIO_IOMMU_UNMAP_DMA", Operation.UnmapDma.class);

    /** The checks of the alignment of iova; a deviation gives them another answer. */
    private static final String MAP_IOVA_ALIGNED_ID = "spapr.map.iova-aligned";

    private static final String UNMAP_IOVA_ALIGNED_ID = "spapr.unmap.iova-aligned";

    /** The check of the end of what is unmapped; a deviation gives it another answer. */
    private static final String UNMAP_RANGE_ID = "spapr.unmap.range";

    /** What compares the end of an UNMAP with its window again, which 4.12 had forgotten. */
    private static final Releases RANGE_CHECKED_AGAIN =
            Releases.from("7.3").backportedTo("6.12", 112).backportedTo("7.2", 8);

    private static final Source IOCTL = LinuxFile.SPAPR_TCE.in("tce_iommu_ioctl");
    private static final Answer ONE = new Answer.Value(1);
    private static final int MAP_SIZE = 32;
    private static final int UNMAP_SIZE = 24;
    private static final long READ_WRITE = 3;
    /** Where v1 makes a shadow that only v2 has a use for. */
    private static final Rule NOT_ENABLED = Rule.read(
            "spapr.map.not-enabled",
            IOCTL.of(Eras.SECOND_ON),
            "MAP_DMA requires ENABLE in a v1 container and registered memory in a v2 container");

    private static final Rule ARGSZ = Rule.read("spapr.map.argsz", IOCTL, "argsz must cover the whole struct");
    private static final Rule FLAGS = Rule.read(
            "spapr.map.flags", IOCTL, "MAP_DMA accepts only the flags READ and WRITE, and UNMAP_DMA accepts no flags");
    private static final Rule NO_WINDOW = Rule.read(
            "spapr.map.no-window",
            LinuxFile.SPAPR_TCE.in("tce_iommu_find_table").of(Eras.SECOND_ON),
            "No window contains this bus address");
    private static final Rule OUT_OF_WINDOW = Rule.read(
            "spapr.map.out-of-window",
            LinuxFile.POWERPC_IOMMU
                    .in("iommu_tce_put_param_check")
                    .then(LinuxFile.POWERPC_IOMMU, "iommu_tce_clear_param_check")
                    .of(Eras.FIRST),
            "The bus address must lie in the window");
    private static final Rule SIZE_ALIGNED = Rule.read(
            "spapr.map.size-aligned",
            IOCTL,
            "The size and the memory address must be multiples of the window's page size");

    private static final Rule UNMAP_RANGE = Rule.read(
            UNMAP_RANGE_ID,
            LinuxFile.POWERPC_IOMMU
                    .in("iommu_tce_clear_param_check", Releases.to("4.11"))
                    .then(LinuxFile.POWERPC_IOMMU, "iommu_tce_check_ioba", RANGE_CHECKED_AGAIN),
            "The whole range must lie in the window");

    private static final Rule SHADOW_MEMLOCK = Rule.read(
            "spapr.map.shadow-memlock",
            LinuxFile.SPAPR_TCE.in("tce_iommu_userspace_view_alloc").of(Eras.SHADOW_AT_MAP),
            "The first v2 MAP into a window allocates an array of user addresses that counts as locked memory");

    /** The departure {@code spapr.misaligned-iova-answers-1}. */
    public static final Deviation MISALIGNED_ANSWERS_1 = new Deviation(
            "spapr.misaligned-iova-answers-1",
            "MAP and UNMAP of a misaligned bus address do nothing and return 1, which looks like success",
            Releases.from("4.12"),
            profile -> true,
            "iommu.h of powerpc: iommu_tce_check_ioba as a macro; seen on 4.15, 5.10 and 6.12",
            catalogue ->
                    catalogue.answering(MAP, MAP_IOVA_ALIGNED_ID, ONE).answering(UNMAP, UNMAP_IOVA_ALIGNED_ID, ONE));

    /** The departure {@code spapr.unmap-over-the-end-answers-1}. */
    public static final Deviation OVER_THE_END_ANSWERS_1 = new Deviation(
            "spapr.unmap-over-the-end-answers-1",
            "An UNMAP that runs over the end of its window does nothing and returns 1, which looks like success",
            RANGE_CHECKED_AGAIN,
            profile -> true,
            "iommu.h of powerpc: iommu_tce_clear_param_check as a macro; read in 6.12.117 and 7.2.13",
            catalogue -> catalogue.answering(UNMAP, UNMAP_RANGE_ID, ONE));

    private MapCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        List<Procedure<?>> into = new ArrayList<>();
        into.add(Procedure.<Operation.MapDma>of(
                MAP,
                Rule.read(
                        "spapr.map.mapped",
                        LinuxFile.POWERPC_IOMMU
                                .in("iommu_put_tce_user_mode", Eras.FIRST)
                                .then(LinuxFile.SPAPR_TCE, "tce_iommu_build", Eras.SECOND_ON)
                                .then(LinuxFile.SPAPR_TCE, "tce_iommu_build_v2", Eras.SECOND_ON),
                        "Every page of the range is mapped and replaces any earlier mapping"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
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
                Check.that(
                        "spapr.map.no-access",
                        IOCTL,
                        "A mapping must allow the device to read, to write or both",
                        Errno.EINVAL,
                        call -> (call.args().flags() & READ_WRITE) == 0),
                Check.that(
                        MAP_IOVA_ALIGNED_ID,
                        LinuxFile.POWERPC_IOMMU
                                .in("iommu_tce_put_param_check", Releases.to("4.11"))
                                .then(LinuxFile.POWERPC_IOMMU, "iommu_tce_check_ioba", Releases.from("4.12")),
                        "The bus address must be a multiple of the window's page size",
                        Errno.EINVAL,
                        call -> !Memory.aligned(
                                call.args().iova(), pageSize(call, call.args().iova()))),
                Check.that(
                        OUT_OF_WINDOW,
                        Eras.FIRST,
                        Errno.EINVAL,
                        call -> noWindow(call, call.args().iova())),
                Step.<Operation.MapDma>of("make the shadow", Eras.SHADOW_AT_MAP, MapCalls::makeShadow)
                        .giving(SHADOW_MEMLOCK),
                Step.<Operation.MapDma>of("write the entries", MapCalls::map)
                        .giving(PageWriter.NOT_REGISTERED)
                        .performing(PageWriter.PIN, PageWriter.ENTRY, PageWriter.PAGE_SIZES, PageWriter.CONTAINED)));
        into.add(Procedure.<Operation.UnmapDma>of(
                UNMAP,
                Rule.read(
                        "spapr.unmap.unmapped",
                        LinuxFile.POWERPC_IOMMU
                                .in("iommu_clear_tces_and_put_pages", Eras.FIRST)
                                .then(LinuxFile.SPAPR_TCE, "tce_iommu_clear", Eras.SECOND_ON),
                        "Every page of the range is unmapped, whether or not it was mapped"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
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
                        UNMAP_IOVA_ALIGNED_ID,
                        LinuxFile.POWERPC_IOMMU
                                .in("iommu_tce_clear_param_check", Releases.to("4.11"))
                                .then(LinuxFile.POWERPC_IOMMU, "iommu_tce_check_ioba", Releases.from("4.12")),
                        "The bus address must be a multiple of the window's page size",
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
        Window window = DriverCalls.spapr(call).windowAt(call.args().iova()).orElseThrow();
        return new PageWriter(call, DriverCalls.newest(call), window).write();
    }

    private static Progress unmap(Call<Operation.UnmapDma> call) {
        Operation.UnmapDma op = call.args();
        if (leavesWindow(call, op.iova(), op.size())) {
            throw new NotModelled("a range that leaves its window, which is undefined");
        }
        Window window = DriverCalls.spapr(call).windowAt(op.iova()).orElseThrow();
        Progress.Done cleared =
                TableWrites.clear(call, call.state(), DriverCalls.newest(call), window.number(), op.iova(), op.size());
        State next = cleared.state();
        List<Effect> effects = new ArrayList<>(cleared.effects());
        return Progress.done(next, effects);
    }
}
