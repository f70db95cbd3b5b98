// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.Answer;
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
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Memory;
import org.vfiooracle.kernel.memory.Structs;

/** REGISTER_MEMORY and UNREGISTER_MEMORY. */
public final class MemoryCalls {
    public static final Procedure.Name<Operation.RegisterMemory> REGISTER =
            new Procedure.Name<>("VFIO_IOMMU_SPAPR_REGISTER_MEMORY", Operation.RegisterMemory.class);
    public static final Procedure.Name<Operation.UnregisterMemory> UNREGISTER =
            new Procedure.Name<>("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY", Operation.UnregisterMemory.class);

    /** The check that an UNREGISTER of mapped memory fails; a deviation takes it away. */
    private static final String STILL_MAPPED_ID = "spapr.unregister.still-mapped";

    private static final Source IOCTL = LinuxFile.SPAPR_TCE.in("tce_iommu_ioctl");
    private static final Source PINNING = LinuxFile.MMU_CONTEXT_IOMMU
            .in("mm_iommu_get", Releases.to("4.20"))
            .then(LinuxFile.MMU_CONTEXT_IOMMU, "mm_iommu_do_alloc", Releases.from("5.0"))
            .then(LinuxFile.BOOK3S64_IOMMU, "mm_iommu_do_alloc");
    private static final int STRUCT_SIZE = 24;
    private static final int ADDRESS_BYTES = 8;
    private static final Releases PER_CONTAINER = Eras.PENDING;

    private static final Rule ARGSZ =
            Rule.read("spapr.memory.argsz", IOCTL.of(Eras.SECOND_ON), "argsz must cover the whole struct");
    private static final Rule FLAGS = Rule.read(
            "spapr.memory.flags", IOCTL.of(Eras.SECOND_ON), "Registering and unregistering memory accept no flags");
    private static final Rule ALIGNED = Rule.read(
            "spapr.memory.aligned",
            LinuxFile.SPAPR_TCE
                    .in("tce_iommu_register_pages")
                    .then(LinuxFile.SPAPR_TCE, "tce_iommu_unregister_pages")
                    .of(Eras.SECOND_ON),
            "The address and size of registered memory must be multiples of the host page size");

    private static final Rule OVERLAP = Rule.read(
            "spapr.register.overlap",
            PINNING.of(Eras.SECOND_ON),
            "Memory that partly overlaps a registered region cannot be registered");

    private static final Rule NOT_WRITABLE = Rule.read(
            "spapr.register.not-writable", PINNING.of(Eras.SECOND_ON), "Registered memory must be mapped and writable");

    private static final Rule PARTLY = Rule.read(
            "spapr.register.partly",
            PINNING.of(Releases.from("5.0")).seen("5.10 and 6.12"),
            "If only the start of the region is mapped, nothing is registered and the number of pages that could be pinned is returned");

    private static final Rule NOT_REGISTERED = Rule.read(
            "spapr.unregister.not-registered",
            LinuxFile.SPAPR_TCE.in("tce_iommu_unregister_pages").of(Eras.SECOND_ON),
            "Memory can be unregistered only by a container that registered it, with exactly the same start and size");

    /** The departure {@code spapr.unregister-while-mapped}. */
    public static final Deviation UNREGISTERS_WHILE_MAPPED = new Deviation(
            "spapr.unregister-while-mapped",
            "UNREGISTER of mapped memory returns 0, but the memory stays pinned and counted as locked",
            Releases.from("5.0"),
            profile -> true,
            "mmu_context_iommu.c: mm_iommu_put; seen on 5.10 and 6.12",
            catalogue -> catalogue.without(UNREGISTER, STILL_MAPPED_ID));

    private MemoryCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        List<Procedure<?>> into = new ArrayList<>();
        into.add(Procedure.<Operation.RegisterMemory>of(
                REGISTER,
                Rule.read(
                        "spapr.register.registered",
                        LinuxFile.SPAPR_TCE.in("tce_iommu_register_pages").of(Eras.SECOND_ON),
                        "The memory is pinned, and the container can map it from now on"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                DriverCalls.notType1(),
                DriverCalls.inV2(),
                Step.change("bind to the process", PER_CONTAINER, DriverCalls::bound),
                Structs.read(),
                Structs.atLeast(ARGSZ, STRUCT_SIZE),
                Check.that(FLAGS, Errno.EINVAL, call -> call.args().flags() != 0),
                Check.that(ALIGNED, Errno.EINVAL, call -> misaligned(call, key(call)) || wraps(call, key(call))),
                Check.that(
                        "spapr.register.already",
                        LinuxFile.SPAPR_TCE.in("tce_iommu_register_pages").of(PER_CONTAINER),
                        "A container can register the same memory only once",
                        Errno.EBUSY,
                        call -> own(call, key(call))),
                Check.that(OVERLAP, Releases.between("4.2", "4.20"), Errno.EINVAL, MemoryCalls::overlaps),
                Check.that(
                        "spapr.register.memlock",
                        PINNING.of(Eras.SECOND_ON),
                        "Registered memory counts as locked memory, once per process",
                        Errno.ENOMEM,
                        call -> !known(call, key(call)) && !lockable(call)),
                Check.that(
                        "spapr.register.nothing",
                        PINNING.of(Eras.SECOND_ON),
                        "A zero-length region cannot be registered",
                        Errno.ENOMEM,
                        call -> call.args().size() == 0),
                Check.that(
                        "spapr.register.no-memory",
                        PINNING.of(Eras.SECOND_ON),
                        "The kernel keeps an address of 8 bytes for each registered page, which must fit into its memory",
                        Errno.ENOMEM,
                        MemoryCalls::listTooLarge),
                Check.that(NOT_WRITABLE, Releases.between("4.2", "4.20"), Errno.EFAULT, MemoryCalls::notAllWritable),
                Check.that(
                        NOT_WRITABLE,
                        Releases.from("5.0"),
                        Errno.EFAULT,
                        call -> !known(call, key(call)) && writable(call) == 0),
                Step.<Operation.RegisterMemory>of("pin every page", Releases.from("5.0"), MemoryCalls::pin)
                        .giving(PARTLY),
                Check.that(OVERLAP, Releases.from("5.0"), Errno.EINVAL, MemoryCalls::overlaps),
                Step.of("register", MemoryCalls::register)));
        into.add(Procedure.<Operation.UnregisterMemory>of(
                UNREGISTER,
                Rule.read(
                        "spapr.unregister.unregistered",
                        LinuxFile.SPAPR_TCE.in("tce_iommu_unregister_pages").of(Eras.SECOND_ON),
                        "The container forgets the memory, and the last container that registered it unpins it"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                DriverCalls.notType1(),
                DriverCalls.inV2(),
                Check.that(
                        "spapr.unregister.not-bound",
                        IOCTL.of(PER_CONTAINER),
                        "A container that is not bound to a process has no registered memory",
                        Errno.EPERM,
                        call -> DriverCalls.spapr(call).owner().isEmpty()),
                Structs.read(),
                Structs.atLeast(ARGSZ, STRUCT_SIZE),
                Check.that(FLAGS, Errno.EINVAL, call -> call.args().flags() != 0),
                Check.that(ALIGNED, Errno.EINVAL, call -> misaligned(call, key(call))),
                Check.that(NOT_REGISTERED, Errno.ENOENT, call -> !known(call, key(call))),
                Check.that(NOT_REGISTERED, PER_CONTAINER, Errno.ENOENT, call -> !own(call, key(call))),
                Check.that(
                        STILL_MAPPED_ID,
                        LinuxFile.MMU_CONTEXT_IOMMU
                                .in("mm_iommu_put")
                                .then(LinuxFile.BOOK3S64_IOMMU, "mm_iommu_put")
                                .of(Eras.SECOND_ON),
                        "The last container that registered memory cannot unregister it while a TCE points to it",
                        Errno.EBUSY,
                        MemoryCalls::stillMapped),
                Step.of("unregister", MemoryCalls::unregister)));
        return into;
    }

    private static Region.Key key(Call<? extends Operation> call) {
        Operation op = call.args();
        if (op instanceof Operation.RegisterMemory r) {
            return new Region.Key(r.vaddr(), r.size());
        }
        Operation.UnregisterMemory u = (Operation.UnregisterMemory) op;
        return new Region.Key(u.vaddr(), u.size());
    }

    private static boolean misaligned(Call<?> call, Region.Key key) {
        long page = call.profile().pageSize();
        return !Memory.aligned(key.size(), page) || !Memory.aligned(key.vaddr(), page);
    }

    /** The end of a range at the top of the address space is not above its beginning. */
    private static boolean wraps(Call<?> call, Region.Key key) {
        return Memory.wraps(call, key.vaddr(), key.size());
    }

    private static boolean known(Call<?> call, Region.Key key) {
        return call.state().region(key).isPresent();
    }

    private static boolean own(Call<? extends Operation> call, Region.Key key) {
        return DriverCalls.spapr(call).regions().find(key).isPresent();
    }

    private static boolean overlaps(Call<Operation.RegisterMemory> call) {
        return call.state().regions().meets(key(call)) || coversOtherBuffer(call, key(call));
    }

    /** Whether a range that is larger than the distance of two buffers covers the beginning of registered memory. */
    private static boolean coversOtherBuffer(Call<?> call, Region.Key key) {
        long first = Memory.number(call, key.vaddr());
        return Long.compareUnsigned(key.size(), Memory.BUFFER_DISTANCE) > 0
                && call.state().regions().stream()
                        .map(region -> Memory.number(call, region.key().vaddr()) - first)
                        .anyMatch(distance -> distance != 0 && Long.compareUnsigned(distance, key.size()) < 0);
    }

    private static boolean lockable(Call<Operation.RegisterMemory> call) {
        return call.state()
                .process()
                .canLock(call.pages(call.args().size()), call.profile().pageSize());
    }

    /** Whether the list of pages is larger than the memory of the machine; a list that is hardly smaller may fail, too. */
    private static boolean listTooLarge(Call<Operation.RegisterMemory> call) {
        long bytes = call.pages(call.args().size()) * ADDRESS_BYTES;
        long ram = call.state().topology().ramBytes();
        if (bytes > ram / 4 && bytes <= ram) {
            throw new NotModelled("registered memory whose list of pages fills much of the machine's memory");
        }
        return !known(call, key(call)) && bytes > ram;
    }

    /** Memory of which only the beginning can be pinned is refused with a number that looks like success. */
    private static Progress pin(Call<Operation.RegisterMemory> call) {
        long pinned = writable(call);
        return known(call, key(call)) || pinned == call.args().size()
                ? Progress.done(call.state())
                : new Progress.Stopped(call.state(), List.of(), PARTLY, new Answer.Value(call.pages(pinned)));
    }

    private static boolean notAllWritable(Call<Operation.RegisterMemory> call) {
        return !known(call, key(call)) && writable(call) != call.args().size();
    }

    private static long writable(Call<Operation.RegisterMemory> call) {
        return Memory.writable(call, call.args().vaddr(), call.args().size());
    }

    private static Progress register(Call<Operation.RegisterMemory> call) {
        Region.Key key = key(call);
        Spapr spapr = DriverCalls.spapr(call).register(key).enabling(true, 0);
        State next = DriverCalls.with(call, spapr);
        return Progress.done(call.state()
                .region(key)
                .map(known -> next.with(known.usedBy(1)))
                .orElseGet(() -> next.with(new Region(key, 1, 0))
                        .calling(Memory.touched(call, key.vaddr(), key.size()))
                        .locking(call.pages(key.size()))));
    }

    private static boolean stillMapped(Call<Operation.UnregisterMemory> call) {
        Region region = call.state().region(key(call)).orElseThrow();
        return region.used() == 1 && region.mapped() > 0;
    }

    /** The container forgets the memory; memory that is still mapped stays pinned and accounted. */
    private static Progress unregister(Call<Operation.UnregisterMemory> call) {
        Region region = call.state().region(key(call)).orElseThrow();
        State forgotten = DriverCalls.with(call, DriverCalls.spapr(call).unregister(region.key()));
        if (region.used() > 1) {
            return Progress.done(forgotten.with(region.usedBy(-1)));
        }
        if (region.mapped() > 0) {
            return Progress.done(forgotten);
        }
        return Progress.done(
                forgotten.without(region.key()).locking(-call.pages(region.key().size())));
    }
}
