// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Kin;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.generator.explore.Violation.Invariant;
import org.vfiooracle.oracle.Machine;

/** What must hold in every state that a machine gets into. */
public final class Invariants {
    private final Machine machine;
    private final Programmed programmed;

    public Invariants(Machine machine) {
        this.machine = machine;
        this.programmed = new Programmed(machine.profile().hardware());
    }

    /** What the windows on the hardware are; it is looked at in each transition. */
    Programmed programmed() {
        return programmed;
    }

    /** Returns the first thing that does not hold in a state. */
    public Optional<Violation> in(State state) {
        return membership(state)
                .or(() -> entries(state))
                .or(() -> locked(state))
                .or(() -> left(state));
    }

    private static Optional<Violation> membership(State state) {
        for (Container container : state.containers().values()) {
            for (String alias : container.groups()) {
                if (!state.group(alias).container().equals(Optional.of(container.name()))) {
                    return wrong(
                            Invariant.ONE_CONTAINER, container.name() + " holds " + alias + ", which is elsewhere");
                }
            }
        }
        for (GroupState group : state.groups().values()) {
            boolean lost = group.container()
                    .filter(name -> !state.containers().containsKey(name)
                            || !state.container(name).groups().contains(group.alias()))
                    .isPresent();
            if (lost) {
                return wrong(Invariant.ONE_CONTAINER, group.alias() + " is in a container that does not hold it");
            }
        }
        return Optional.empty();
    }

    private static Optional<Violation> entries(State state) {
        for (Container container : state.containers().values()) {
            if (container.iommu().orElse(null) instanceof Spapr spapr && spapr.version() == 2) {
                for (Window window : spapr.windows().values()) {
                    for (Tces.Run run : window.tces().runs()) {
                        if (!points(run, spapr, state)) {
                            return wrong(
                                    Invariant.ENTRIES_REGISTERED,
                                    "0x" + Long.toHexString(run.iova()) + " of " + container.name() + " maps "
                                            + run.vaddr() + ", which is not registered");
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean points(Tces.Run run, Spapr spapr, State state) {
        List<Region> regions = spapr.owner()
                .filter(owner -> !owner.equals(state.current()))
                .map(owner -> state.as(owner).regions())
                .<List<Region>>map(found -> found)
                .orElse(state.regions());
        return run.region().isEmpty()
                || regions.stream()
                        .anyMatch(region -> region.key().equals(run.region().get()));
    }

    private Optional<Violation> locked(State state) {
        long locked = state.process().lockedPages();
        long parts = regions(state.regions());
        for (Kin kin : state.others().values()) {
            locked += kin.process().lockedPages();
            parts += regions(kin.regions());
        }
        for (Container container : state.containers().values()) {
            parts += parts(container);
        }
        return locked == parts
                ? Optional.empty()
                : wrong(Invariant.LOCKED_SUM, locked + " pages are locked, and what is there accounts for " + parts);
    }

    private long parts(Container container) {
        if (container.iommu().orElse(null) instanceof Spapr spapr) {
            return spapr.enabledPages()
                    + spapr.windows().values().stream()
                            .mapToLong(Window::lockedPages)
                            .sum();
        }
        return container.iommu().orElse(null) instanceof Type1 type1
                ? type1.mappings().stream()
                        .mapToLong(Mapping::size)
                        .map(this::pages)
                        .sum()
                : 0;
    }

    private long regions(Iterable<Region> regions) {
        long pages = 0;
        for (Region region : regions) {
            pages += pages(region.key().size());
        }
        return pages;
    }

    private long pages(long bytes) {
        long page = machine.profile().pageSize();
        return (bytes + page - 1) / page;
    }

    /** Closes all that is open and looks at what stays. */
    private Optional<Violation> left(State state) {
        State now = state;
        try {
            for (Operation close : closing(state)) {
                now = machine.perform(now, close).next();
            }
        } catch (NotModelled unknown) {
            return Optional.empty();
        }
        long pages = now.process().lockedPages()
                + now.others().values().stream()
                        .mapToLong(kin -> kin.process().lockedPages())
                        .sum();
        if (!now.containers().isEmpty()) {
            return wrong(Invariant.NOTHING_LEFT, "container " + now.containers().firstKey() + " lives on");
        }
        return pages == 0
                ? Optional.empty()
                : wrong(Invariant.NOTHING_LEFT, pages + " pages stay locked after everything was closed");
    }

    /** What closes everything: devices, then groups, then containers, of each process. */
    static List<Operation> closing(State state) {
        List<Operation> closing = new ArrayList<>();
        for (Class<?> kind : List.of(Handle.DeviceFd.class, Handle.GroupFd.class, Handle.ContainerFd.class)) {
            close(closing, "", state.handles(), kind);
            state.others().forEach((name, kin) -> close(closing, name, kin.handles(), kind));
        }
        return closing;
    }

    private static void close(List<Operation> closing, String by, Map<String, Handle> handles, Class<?> kind) {
        handles.forEach((handle, what) -> {
            if (kind.isInstance(what)) {
                Operation close = new Operation.Close(handle);
                closing.add(by.isEmpty() ? close : new Operation.By(by, close));
            }
        });
    }

    private static Optional<Violation> wrong(Invariant invariant, String what) {
        return Optional.of(new Violation(invariant, what));
    }
}
