// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.type1;

import java.util.List;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
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
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Memory;
import org.vfiooracle.kernel.memory.Structs;

/** MAP_DMA of a Type1 container. */
public final class Type1Map {
    public static final Procedure.Name<Operation.MapDma> MAP =
            new Procedure.Name<>("type1.VFIO_IOMMU_MAP_DMA", Operation.MapDma.class);

    /** How many mappings a container can have, unless the administrator says otherwise. */
    public static final int MOST_MAPPINGS = 65_535;

    private static final Source CALL = LinuxFile.TYPE1.in("vfio_iommu_type1_map_dma");
    private static final Source DO_MAP = LinuxFile.TYPE1.in("vfio_dma_do_map");
    private static final int SIZE = 32;
    private static final long READ_WRITE = 3;
    private static final long WRITE = 2;
    private static final long VADDR = 4;

    /** A mapping that a device may only read gave memory a page of its own later. */
    private static final Releases ZERO_PAGE = Releases.to("6.1");

    private static final Releases UPDATES = Releases.from("5.12");

    private static final Rule WRAPS = Rule.read(
            "type1.map.wraps",
            DO_MAP.seen("5.10, 6.1, 6.12, 6.16 to 6.18 and 7.3"),
            "The bus address range and the memory range must not wrap around; since 6.18 that is checked first");

    private static final Rule FLAGS =
            Rule.read("type1.map.flags", CALL, "MAP_DMA accepts the flags READ, WRITE and, since 5.12, VADDR");

    private static final Rule UPDATED = Rule.read(
            "type1.map.updated",
            DO_MAP.of(UPDATES),
            "The mapping is charged to the process that gave it a new address; the device keeps reaching the old memory");

    private Type1Map() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(Procedure.<Operation.MapDma>of(
                MAP,
                Rule.read("type1.map.mapped", DO_MAP, "The whole range is pinned and mapped for all groups"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                Structs.read(),
                Structs.atLeast(Rule.read("type1.map.argsz", CALL, "argsz must cover the whole struct"), SIZE),
                Check.that(FLAGS, Releases.to("5.11"), Errno.EINVAL, call -> unknown(call, READ_WRITE)),
                Check.that(FLAGS, UPDATES, Errno.EINVAL, call -> unknown(call, READ_WRITE | VADDR)),
                Check.that(WRAPS, Type1Driver.WRAPS_EOVERFLOW, Errno.EOVERFLOW, Type1Map::wraps),
                Check.that(
                        "type1.map.access",
                        DO_MAP,
                        "A mapping must allow the device to read, to write or both; a VADDR update must give neither",
                        Errno.EINVAL,
                        call -> updates(call) == (access(call) != 0)),
                Check.that(
                        "type1.map.nothing",
                        DO_MAP,
                        "A zero-length range cannot be mapped",
                        Errno.EINVAL,
                        call -> call.args().size() == 0),
                Check.that(
                        "type1.map.aligned",
                        DO_MAP,
                        "The bus address, the size and the memory address must be multiples of the smallest page size",
                        Errno.EINVAL,
                        Type1Map::misaligned),
                Check.that(WRAPS, Type1Driver.WRAPS_EINVAL, Errno.EINVAL, Type1Map::wraps),
                Check.that(
                        "type1.map.no-mapping",
                        DO_MAP.of(UPDATES),
                        "A VADDR update needs an existing mapping",
                        Errno.ENOENT,
                        call -> updates(call) && met(call).isEmpty()),
                Check.that(
                        "type1.map.not-taken-back",
                        DO_MAP.of(UPDATES),
                        "A VADDR update must cover exactly one mapping whose vaddr is invalidated",
                        Errno.EINVAL,
                        call -> updates(call) && !takenBack(call)),
                Check.that(
                        "type1.map.owner-memlock",
                        LinuxFile.TYPE1.in("vfio_change_dma_owner").of(UPDATES),
                        "A process that gives a mapping a new address must be able to lock all of its memory",
                        Errno.ENOMEM,
                        call -> updates(call) && !canTake(call)),
                Check.that(
                        "type1.map.exists",
                        DO_MAP,
                        "A mapped bus address cannot be mapped again before it is unmapped",
                        Errno.EEXIST,
                        call -> !updates(call) && !met(call).isEmpty()),
                Check.that(
                        "type1.map.no-entry",
                        DO_MAP.of(Releases.from("5.1")),
                        "A container holds at most 65,535 mappings",
                        Errno.ENOSPC,
                        call -> !updates(call)
                                && Type1Driver.of(call).mappings().size() >= MOST_MAPPINGS),
                Check.that(
                        "type1.map.not-translated",
                        LinuxFile.TYPE1.in("vfio_iommu_iova_dma_valid").of(Releases.from("5.4")),
                        "A bus address must be translated by the IOMMUs of all groups and must not be reserved for interrupts",
                        Errno.EINVAL,
                        call -> !updates(call) && !translated(call)),
                Check.that(
                        "type1.map.memlock",
                        LinuxFile.TYPE1.in("vfio_pin_pages_remote"),
                        "Each mapped page counts as locked memory, once per mapping; if the limit is exceeded, nothing stays mapped",
                        Errno.ENOMEM,
                        call -> !updates(call) && lockable(call) < counted(call)),
                Check.that(
                        "type1.map.not-accessible",
                        LinuxFile.TYPE1.in("vaddr_get_pfns"),
                        "All the memory must be mapped, and writable if the device may write; otherwise nothing stays mapped",
                        Errno.EFAULT,
                        call -> !updates(call) && accessible(call) < wanted(call)),
                Step.<Operation.MapDma>of("map", call -> updates(call) ? update(call) : map(call))
                        .giving(UPDATED)));
    }

    private static boolean unknown(Call<Operation.MapDma> call, long known) {
        return (call.args().flags() & ~known) != 0;
    }

    private static long access(Call<Operation.MapDma> call) {
        return call.args().flags() & READ_WRITE;
    }

    private static boolean updates(Call<Operation.MapDma> call) {
        return (call.args().flags() & VADDR) != 0;
    }

    private static boolean misaligned(Call<Operation.MapDma> call) {
        long page = Type1Driver.page(call);
        return !Memory.aligned(call.args().size() | call.args().iova(), page)
                || !Memory.aligned(call.args().vaddr(), page);
    }

    private static boolean wraps(Call<Operation.MapDma> call) {
        long last = call.args().size() - 1;
        return last != -1 && wraps(call, last);
    }

    private static boolean wraps(Call<Operation.MapDma> call, long last) {
        return Memory.wraps(call, new Address.Absolute(call.args().iova()), last)
                || Memory.wraps(call, call.args().vaddr(), last);
    }

    private static List<Mapping> met(Call<Operation.MapDma> call) {
        return Type1Driver.of(call).meeting(call.args().iova(), call.args().size());
    }

    private static boolean takenBack(Call<Operation.MapDma> call) {
        Mapping first = met(call).get(0);
        return first.vaddrInvalid()
                && first.iova() == call.args().iova()
                && first.size() == call.args().size();
    }

    private static boolean canTake(Call<Operation.MapDma> call) {
        State state = call.state();
        return met(call).get(0).owner().equals(state.current())
                || state.process().canLock(wanted(call), call.profile().pageSize());
    }

    private static boolean translated(Call<Operation.MapDma> call) {
        long first = call.args().iova();
        return call.hardware().type1().translates(first, first + call.args().size() - 1);
    }

    /** The pages that are to be mapped. */
    private static long wanted(Call<Operation.MapDma> call) {
        return call.pages(call.args().size());
    }

    /** The pages of them before the first that cannot be pinned. */
    private static long accessible(Call<Operation.MapDma> call) {
        Operation.MapDma map = call.args();
        if (Memory.ofDevice(call, map.vaddr())) {
            return call.pages(Memory.registers(call, map.vaddr(), map.size()));
        }
        return call.pages(
                (map.flags() & WRITE) != 0
                        ? Memory.writable(call, map.vaddr(), map.size())
                        : Memory.readable(call, map.vaddr(), map.size()));
    }

    /**
     * Of those that can be pinned, the ones that count. Registers of a device do not; and up to 6.1, the page does not that all
     * memory shares before it is written.
     */
    private static long counted(Call<Operation.MapDma> call) {
        return accessible(call) - uncounted(call);
    }

    private static long uncounted(Call<Operation.MapDma> call) {
        Operation.MapDma map = call.args();
        if (Memory.ofDevice(call, map.vaddr())) {
            return accessible(call);
        }
        boolean shared =
                (map.flags() & WRITE) == 0 && ZERO_PAGE.contains(call.profile().release());
        return shared
                ? call.pages(Memory.untouched(
                        call, map.vaddr(), accessible(call) * call.profile().pageSize()))
                : 0;
    }

    private static long lockable(Call<Operation.MapDma> call) {
        Process process = call.state().process();
        return process.ipcLock() || process.memlock().isEmpty()
                ? Long.MAX_VALUE
                : process.memlock().getAsLong() / call.profile().pageSize() - process.lockedPages();
    }

    private static Progress map(Call<Operation.MapDma> call) {
        Operation.MapDma map = call.args();
        String process = call.state().current();
        long uncounted = uncounted(call);
        Mapping mapping =
                new Mapping(map.iova(), map.size(), map.vaddr(), map.flags(), process, process, false, uncounted);
        State mapped =
                Type1Driver.with(call, Type1Driver.of(call).with(mapping)).locking(wanted(call) - uncounted);
        return Progress.done(uncounted == 0 ? mapped.calling(touched(call, mapped)) : mapped);
    }

    private static Process touched(Call<Operation.MapDma> call, State mapped) {
        Operation.MapDma map = call.args();
        return Memory.touched(call.in(mapped), map.vaddr(), map.size());
    }

    private static Progress update(Call<Operation.MapDma> call) {
        String process = call.state().current();
        Mapping old = met(call).get(0);
        if (old.uncounted() != 0) {
            throw new NotModelled("a new address of a mapping whose pages do not all count");
        }
        State taken = Type1Driver.unlocked(call, call.state(), old).locking(wanted(call));
        Mapping mapping = old.invalid(false).ownedBy(process);
        return Progress.done(
                        Type1Driver.with(call.in(taken), Type1Driver.of(call).with(mapping)))
                .because(UPDATED);
    }
}
