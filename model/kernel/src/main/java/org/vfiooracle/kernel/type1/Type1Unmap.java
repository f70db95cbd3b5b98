// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.type1;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Memory;
import org.vfiooracle.kernel.memory.Structs;

/** UNMAP_DMA of a Type1 container. */
public final class Type1Unmap {
    public static final Procedure.Name<Operation.UnmapDma> UNMAP =
            new Procedure.Name<>("type1.VFIO_IOMMU_UNMAP_DMA", Operation.UnmapDma.class);

    private static final Source CALL = LinuxFile.TYPE1.in("vfio_iommu_type1_unmap_dma");
    private static final Source DO_UNMAP = LinuxFile.TYPE1.in("vfio_dma_do_unmap");
    private static final int SIZE = 24;
    private static final long GET_DIRTY_BITMAP = 1;
    private static final long ALL = 2;
    private static final long VADDR = 4;
    private static final Releases FIRST = Releases.to("5.11");
    private static final Releases LATER = Releases.from("5.12");

    private static final Rule FLAGS = Rule.read(
            "type1.unmap.flags", CALL, "UNMAP_DMA accepts the flags GET_DIRTY_BITMAP and, since 5.12, ALL and VADDR");

    private static final Rule WHOLE = Rule.read(
            "type1.unmap.whole",
            DO_UNMAP,
            "In v1, a mapping is unmapped as a whole if its first address is in the range, and otherwise not at all");
    private static final Rule FOREIGN = Rule.read(
            "type1.unmap.foreign",
            DO_UNMAP.of(FIRST),
            "A mapping of another process stays mapped, and the call answers as if nothing were mapped");
    private static final Rule TAKEN_BACK = Rule.read(
            "type1.unmap.taken-back",
            DO_UNMAP.of(LATER),
            "The vaddr of every mapping in the range is invalidated; devices keep reaching the memory");

    private static final Rule WRAPS = Rule.read(
            "type1.unmap.wraps",
            DO_UNMAP.seen("5.10, 6.1, 6.12, 6.16 to 6.18 and 7.3"),
            "The bus address range must not wrap around");

    private Type1Unmap() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(Procedure.<Operation.UnmapDma>of(
                UNMAP,
                Rule.read(
                        "type1.unmap.unmapped",
                        DO_UNMAP,
                        "All mappings in the range are unmapped, and the number of unmapped bytes is returned in the struct"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                Structs.read(),
                Structs.atLeast(Rule.read("type1.unmap.argsz", CALL, "argsz must cover the whole struct"), SIZE),
                Check.that(FLAGS, FIRST, Errno.EINVAL, call -> (call.args().flags() & ~GET_DIRTY_BITMAP) != 0),
                Check.that(
                        FLAGS,
                        LATER,
                        Errno.EINVAL,
                        call -> (call.args().flags() & ~(GET_DIRTY_BITMAP | ALL | VADDR)) != 0),
                Check.that(
                        "type1.unmap.no-bitmap",
                        CALL.of(Releases.from("5.8")),
                        "Reporting dirty pages requires a bitmap in the struct",
                        Errno.EINVAL,
                        call -> has(call, GET_DIRTY_BITMAP)),
                Check.that(
                        "type1.unmap.aligned",
                        DO_UNMAP,
                        "The bus address and the size must be multiples of the smallest page size",
                        Errno.EINVAL,
                        Type1Unmap::misaligned),
                Check.that(
                        "type1.unmap.all-of-it",
                        DO_UNMAP.of(LATER),
                        "With the flag ALL, the bus address and the size must be 0",
                        Errno.EINVAL,
                        call -> has(call, ALL)
                                && (call.args().iova() | call.args().size()) != 0),
                Check.that(
                        "type1.unmap.nothing",
                        DO_UNMAP,
                        "A zero-length range cannot be unmapped",
                        Errno.EINVAL,
                        call -> !has(call, ALL) && call.args().size() == 0),
                Check.that(WRAPS, Type1Driver.WRAPS_EINVAL, Errno.EINVAL, Type1Unmap::wraps),
                Check.that(WRAPS, Type1Driver.WRAPS_EOVERFLOW, Errno.EOVERFLOW, Type1Unmap::wraps),
                Check.that(
                        "type1.unmap.cuts",
                        DO_UNMAP,
                        "In v2, an UNMAP that would split a mapping is refused and unmaps nothing",
                        Errno.EINVAL,
                        call -> Type1Driver.of(call).second() && cuts(call)),
                Check.that(
                        "type1.unmap.taken-back-before",
                        DO_UNMAP.of(LATER),
                        "If a vaddr in the range is already invalidated, no vaddr is invalidated",
                        Errno.EINVAL,
                        call -> has(call, VADDR) && chosen(call).stream().anyMatch(Mapping::vaddrInvalid)),
                Step.<Operation.UnmapDma>of("unmap", FIRST, Type1Unmap::unmapOwn)
                        .giving(WHOLE, FOREIGN),
                Step.<Operation.UnmapDma>of(
                                "unmap", LATER, call -> has(call, VADDR) ? takeBack(call) : unmap(call, chosen(call)))
                        .giving(WHOLE, TAKEN_BACK),
                Structs.written()));
    }

    private static boolean has(Call<Operation.UnmapDma> call, long flag) {
        return (call.args().flags() & flag) != 0;
    }

    private static boolean misaligned(Call<Operation.UnmapDma> call) {
        return !Memory.aligned(call.args().iova() | call.args().size(), Type1Driver.page(call));
    }

    private static boolean wraps(Call<Operation.UnmapDma> call) {
        long first = call.args().iova();
        return !has(call, ALL) && Long.compareUnsigned(first + call.args().size() - 1, first) < 0;
    }

    private static boolean cuts(Call<Operation.UnmapDma> call) {
        long first = call.args().iova();
        long end = first + call.args().size();
        Type1 driver = Type1Driver.of(call);
        return !has(call, ALL)
                && (driver.at(first).filter(m -> m.iova() != first).isPresent()
                        || driver.at(end - 1)
                                .filter(m -> m.iova() + m.size() != end)
                                .isPresent());
    }

    private static List<Mapping> met(Call<Operation.UnmapDma> call) {
        return has(call, ALL)
                ? Type1Driver.of(call).mappings()
                : Type1Driver.of(call).meeting(call.args().iova(), call.args().size());
    }

    /** The mappings that the call is about: in v1 none, when the first of them begins before the range. */
    private static List<Mapping> chosen(Call<Operation.UnmapDma> call) {
        List<Mapping> met = met(call);
        return !met.isEmpty() && met.get(0).startsBefore(call.args().iova()) ? List.of() : met;
    }

    /** Up to 5.11 the search began at whatever mapping of the range the tree had on top, and ended at the first foreign one. */
    private static Progress unmapOwn(Call<Operation.UnmapDma> call) {
        List<Mapping> met = met(call);
        List<Mapping> own = met.stream()
                .filter(m -> m.owner().equals(call.state().current()))
                .toList();
        if (met.size() > 1 && (own.size() < met.size() || chosen(call).isEmpty())) {
            throw new NotModelled("an UNMAP that ends at one of several mappings, in the order of a tree");
        }
        return !met.isEmpty() && own.isEmpty()
                ? Progress.done(call.state()).out(OutField.SIZE, 0).because(FOREIGN)
                : unmap(call, chosen(call));
    }

    private static Progress unmap(Call<Operation.UnmapDma> call, List<Mapping> gone) {
        State next = call.state();
        Type1 driver = Type1Driver.of(call);
        for (Mapping mapping : gone) {
            next = Type1Driver.unlocked(call, next, mapping);
            driver = driver.without(mapping);
        }
        return told(call, Type1Driver.with(call.in(next), driver), gone, Optional.empty());
    }

    private static Progress takeBack(Call<Operation.UnmapDma> call) {
        Type1 driver = Type1Driver.of(call);
        for (Mapping mapping : chosen(call)) {
            driver = driver.with(mapping.invalid(true));
        }
        return told(call, Type1Driver.with(call, driver), chosen(call), Optional.of(TAKEN_BACK));
    }

    private static Progress told(Call<Operation.UnmapDma> call, State next, List<Mapping> chosen, Optional<Rule> why) {
        Progress.Done done = Progress.done(next)
                .out(OutField.SIZE, chosen.stream().mapToLong(Mapping::size).sum());
        if (why.isPresent()) {
            return done.because(why.get());
        }
        return Type1Driver.of(call).second() || met(call).isEmpty() ? done : done.because(WHOLE);
    }
}
