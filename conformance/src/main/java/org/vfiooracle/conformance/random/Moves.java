// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProcessCall;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.engine.topology.Group;

/** All kinds of calls, each weighted so that a case gets deep. */
final class Moves {
    private final Dice dice;
    private final Names names;
    private final Arguments arguments;
    private final Type1Arguments type1;
    private final Profile profile;
    private final boolean alone;
    private final List<Move> all = new ArrayList<>();

    /**
     * Prepares the calls of one case.
     *
     * @param alone nothing is asked of the machine after the case, so that it may leave devices in reset
     */
    Moves(Dice dice, Names names, Profile profile, boolean alone) {
        this.dice = dice;
        this.names = names;
        this.profile = profile;
        this.alone = alone;
        this.arguments = new Arguments(dice, profile);
        this.type1 = new Type1Arguments(dice, arguments);
        descriptors();
        groups();
        containers();
        if (profile.hardware().iommu() == Hardware.Iommu.TYPE1) {
            type1();
        } else {
            memory();
            windows();
        }
        devices();
        processes();
    }

    /** The calls to choose from. */
    List<Move> all() {
        return List.copyOf(all);
    }

    private void add(int weight, Function<State, Optional<Operation>> make) {
        all.add(new Move(weight, make));
    }

    private void on(int weight, Class<? extends Handle> kind, BiFunction<State, String, Operation> make) {
        add(weight, state -> names.handle(state, kind).map(handle -> make.apply(state, handle)));
    }

    private void descriptors() {
        add(3, state -> Optional.of(new Operation.OpenContainer(names.fresh("C"))));
        add(
                6,
                state -> Optional.of(new Operation.OpenGroup(
                        dice.of(state.topology().groups().stream()
                                .map(Group::alias)
                                .toList()),
                        names.fresh("G"))));
        on(2, Handle.ContainerFd.class, (state, fd) -> new Operation.Close(fd));
        on(3, Handle.GroupFd.class, (state, fd) -> new Operation.Close(fd));
        on(2, Handle.DeviceFd.class, (state, fd) -> new Operation.Close(fd));
        on(1, Handle.ContainerFd.class, (state, fd) -> new Operation.Dup(fd, names.fresh("C")));
        on(1, Handle.GroupFd.class, (state, fd) -> new Operation.Dup(fd, names.fresh("G")));
        on(1, Handle.ContainerFd.class, (state, fd) -> ioctl(fd));
        on(1, Handle.GroupFd.class, (state, fd) -> ioctl(fd));
    }

    private Operation ioctl(String fd) {
        return new Operation.Ioctl(fd, dice.one(0, 1, 59, 99, 122, 150, 255), dice.one(0L, 0x1000L));
    }

    private void groups() {
        on(
                12,
                Handle.GroupFd.class,
                (state, fd) -> new Operation.SetContainer(
                        fd, names.handle(state, Handle.ContainerFd.class).orElse("X9"), arguments.pointer()));
        on(4, Handle.GroupFd.class, (state, fd) -> new Operation.UnsetContainer(fd));
        on(
                2,
                Handle.GroupFd.class,
                (state, fd) -> new Operation.GetStatus(fd, arguments.argsz(8), arguments.pointer()));
    }

    private void containers() {
        on(8, Handle.ContainerFd.class, (state, fd) -> new Operation.SetIommu(fd, type()));
        on(1, Handle.ContainerFd.class, (state, fd) -> new Operation.GetApiVersion(fd));
        on(
                2,
                Handle.ContainerFd.class,
                (state, fd) -> new Operation.CheckExtension(fd, dice.one(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 4095)));
        on(
                3,
                Handle.ContainerFd.class,
                (state, fd) -> new Operation.TceGetInfo(fd, arguments.argsz(32), arguments.pointer()));
        on(
                1,
                Handle.ContainerFd.class,
                (state, fd) -> new Operation.IommuGetInfo(fd, arguments.argsz(16), arguments.pointer()));
        on(4, Handle.ContainerFd.class, (state, fd) -> new Operation.Enable(fd));
        on(2, Handle.ContainerFd.class, (state, fd) -> new Operation.Disable(fd));
        on(
                alone && profile.hardware().eeh() ? 12 : 2,
                Handle.ContainerFd.class,
                (state, fd) -> dice.chance(15)
                        ? injection(fd)
                        : new Operation.EehPeOp(
                                fd, arguments.argsz(12), arguments.flags(0), eehOperation(), arguments.pointer()));
    }

    private Operation injection(String fd) {
        int type = dice.one(0, 0, 1, 1, 2);
        return new Operation.EehPeOp(
                fd, arguments.argsz(40), arguments.flags(0), 9, type, dice.below(21), 0, 0, arguments.pointer());
    }

    private int eehOperation() {
        return alone && dice.chance(60) ? dice.one(1, 6, 6, 7, 7, 5) : dice.one(0, 2, 3, 4, 4, 5, 8, 9, 10, 100);
    }

    /** Mostly a type that the driver knows. */
    private int type() {
        if (profile.hardware().iommu() == Hardware.Iommu.TYPE1) {
            return dice.chance(85) ? dice.one(1, 3, 3) : dice.one(0, 2, 5, 6, 7, 8, 9);
        }
        return dice.chance(90) ? dice.one(2, 7, 7, 7) : dice.one(0, 1, 3, 4, 5, 6, 8, 99);
    }

    private void type1() {
        on(26, Handle.ContainerFd.class, (state, fd) -> type1.map(state, fd, mappings(state, fd)));
        on(16, Handle.ContainerFd.class, (state, fd) -> type1.unmap(fd, mappings(state, fd)));
        on(3, Handle.ContainerFd.class, (state, fd) -> type1.info(fd));
        on(2, Handle.ContainerFd.class, (state, fd) -> type1.dirtyPages(state, fd));
        on(1, Handle.ContainerFd.class, (state, fd) -> {
            Region.Key key = arguments.memory(state);
            return new Operation.UnregisterMemory(
                    fd, arguments.argsz(24), arguments.flags(0), key.vaddr(), key.size(), arguments.pointer());
        });
    }

    private static List<Mapping> mappings(State state, String fd) {
        return Names.container(state, fd)
                .flatMap(name -> state.container(name).iommu())
                .map(iommu -> iommu instanceof Type1 driver ? driver.mappings() : List.<Mapping>of())
                .orElse(List.of());
    }

    private void memory() {
        on(9, Handle.ContainerFd.class, (state, fd) -> {
            Region.Key key = arguments.memory(state);
            return new Operation.RegisterMemory(
                    fd, arguments.argsz(24), arguments.flags(0), key.vaddr(), key.size(), arguments.pointer());
        });
        on(4, Handle.ContainerFd.class, (state, fd) -> {
            Region.Key key = arguments.memory(state);
            return new Operation.UnregisterMemory(
                    fd, arguments.argsz(24), arguments.flags(0), key.vaddr(), key.size(), arguments.pointer());
        });
        on(22, Handle.ContainerFd.class, (state, fd) -> {
            Optional<Window> window = arguments.window(spapr(state, fd));
            return new Operation.MapDma(
                    fd,
                    arguments.argsz(32),
                    arguments.access(),
                    arguments.vaddr(state, window),
                    arguments.iova(window),
                    arguments.size(window),
                    arguments.pointer());
        });
        on(9, Handle.ContainerFd.class, (state, fd) -> {
            Optional<Window> window = arguments.window(spapr(state, fd));
            return new Operation.UnmapDma(
                    fd,
                    arguments.argsz(24),
                    arguments.flags(0),
                    arguments.iova(window),
                    arguments.size(window),
                    arguments.pointer());
        });
    }

    private void windows() {
        on(alone ? 24 : 8, Handle.ContainerFd.class, (state, fd) -> {
            int shift = pageShift();
            return new Operation.TceCreate(
                    fd,
                    arguments.argsz(40),
                    arguments.flags(0),
                    shift,
                    windowSize(shift),
                    levels(),
                    arguments.pointer());
        });
        on(
                alone ? 12 : 5,
                Handle.ContainerFd.class,
                (state, fd) -> new Operation.TceRemove(
                        fd, arguments.argsz(16), arguments.flags(0), start(state, fd), arguments.pointer()));
    }

    private int pageShift() {
        List<Integer> known = List.copyOf(profile.hardware().pageShifts());
        return !known.isEmpty() && dice.chance(92) ? dice.of(known) : dice.one(0, 11, 12, 13, 16, 21, 24, 30, 34, 63);
    }

    /** Small enough that making and clearing the table takes no time. */
    private long windowSize(int shift) {
        int pages = dice.chance(80) ? 4 + dice.below(13) : dice.below(5);
        return dice.chance(94)
                ? 1L << Math.min(62, shift + pages)
                : dice.one(0L, 1L, 3L << 20, 0x1000L, (1L << 30) + 1, 1L << shift - 1, 1L << shift - 2, Long.MIN_VALUE);
    }

    private int levels() {
        return dice.chance(70) ? 1 : dice.one(0, 2, 2, 3, 4, 5, 6, -1);
    }

    private long start(State state, String fd) {
        Optional<Window> window = arguments.window(spapr(state, fd));
        return dice.chance(90) ? window.map(Window::start).orElse(0L) : arguments.iova(window);
    }

    private static Optional<Spapr> spapr(State state, String fd) {
        return Names.container(state, fd)
                .flatMap(name -> state.container(name).iommu())
                .filter(Spapr.class::isInstance)
                .map(Spapr.class::cast);
    }

    /** Opening a device takes seconds on a real machine, so it is rare. */
    private void devices() {
        add(dice.chance(3) ? 40 : 0, state -> {
            List<String> groups = Names.open(state, Handle.GroupFd.class);
            if (groups.isEmpty()) {
                return Optional.empty();
            }
            String fd = dice.of(groups);
            String alias = ((Handle.GroupFd) state.handle(fd).orElseThrow()).group();
            return Optional.of(new Operation.GetDeviceFd(
                    fd, alias + "." + (dice.chance(90) ? 0 : 1), names.fresh("D"), arguments.pointer()));
        });
        on(
                5,
                Handle.DeviceFd.class,
                (state, fd) -> new Operation.DeviceGetInfo(fd, arguments.argsz(16), arguments.pointer()));
        on(
                1,
                Handle.DeviceFd.class,
                (state, fd) -> new Operation.TceGetInfo(fd, arguments.argsz(32), arguments.pointer()));
        // What else answers to mmap is not modelled.
        add(3, state -> names.handle(state, Handle.DeviceFd.class)
                .filter(fd ->
                        state.handle(fd).map(Handle.DeviceFd.class::isInstance).orElse(true))
                .map(fd -> new ProcessCall.MapDevice(fd, names.fresh("M"), 0)));
        add(20, state -> {
            List<String> mapped = List.copyOf(state.process().devices().keySet());
            return mapped.isEmpty() ? Optional.empty() : Optional.of(new ProcessCall.UnmapDevice(dice.of(mapped)));
        });
        on(8, Handle.DeviceFd.class, (state, fd) -> new Operation.DmaWrite(fd, page(state, fd)));
        on(4, Handle.DeviceFd.class, (state, fd) -> new Operation.DmaRead(fd, page(state, fd), page(state, fd)));
    }

    /** A page that the device might reach. */
    private long page(State state, String fd) {
        return profile.hardware().iommu() == Hardware.Iommu.TYPE1
                ? type1.page(mappings(state, fd))
                : arguments.iova(arguments.window(spapr(state, fd))) & ~0xfffL;
    }

    private void processes() {
        ProcessMoves changes = new ProcessMoves(dice, profile.pageSize());
        boolean changing = dice.chance(25);
        add(changing ? 3 : 0, state -> Optional.of(changes.limit(state)));
        add(changing ? 1 : 0, state -> Optional.of(changes.capabilities(state)));
        add(changing ? 6 : 0, state -> Optional.of(changes.memory(state)));
        boolean several = dice.chance(20);
        add(several ? 8 : 0, state -> Optional.of(new Operation.Fork(names.fresh("P"))));
        add(
                several ? 12 : 0,
                state -> state.current().isEmpty() ? Optional.empty() : Optional.of(new Operation.Exit()));
    }
}
