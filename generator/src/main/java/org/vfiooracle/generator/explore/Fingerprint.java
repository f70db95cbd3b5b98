// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.engine.state.Kin;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.generator.alphabet.Alike;

/**
 * A state in 64 bits, the same for states that differ only in names: of interchangeable groups, of containers, handles and
 * processes. What refers to what is a forest - descriptors to files, devices to groups, groups to containers - so that what
 * hangs below a thing stands for its name. With several children the processes are told apart by their own memory alone.
 */
public final class Fingerprint {
    private static final long FIRST_PROCESS = 11;

    private final Alike alike;
    private final boolean named;

    /** Tells names apart as {@code alike} says; {@code named} tells all names apart. */
    public Fingerprint(Alike alike, boolean named) {
        this.alike = alike;
        this.named = named;
    }

    /** Returns the fingerprint of a state of which the first process makes the next call. */
    public long of(State state) {
        Held held = new Held(named);
        held.handles(state.handles(), FIRST_PROCESS);
        long[] processes = {process(state.process(), state.regions(), FIRST_PROCESS)};
        state.others().forEach((name, kin) -> {
            long id = process(kin.process(), kin.regions(), named(name));
            held.handles(kin.handles(), id);
            processes[0] += Mix.of(id);
        });
        long[] sum = {processes[0]};
        state.groups().forEach((alias, group) -> {
            long hash = group(group, held);
            held.group(alias, hash);
            sum[0] += group.container().isPresent() ? 0 : Mix.of(hash);
        });
        state.containers().forEach((name, container) -> sum[0] += Mix.of(container(container, state, held)));
        return Mix.of(sum[0]);
    }

    private long named(String name) {
        return named ? Mix.text(name) : 0;
    }

    private static long process(org.vfiooracle.engine.state.Process process, Iterable<Region> regions, long which) {
        long hash = Mix.and(which, process.lockedPages());
        hash = Mix.and(hash, process.alive());
        hash = Mix.and(hash, process.memlock().orElse(-1));
        for (Region region : regions) {
            hash = Mix.and(hash, Mix.region(region.key()));
            hash = Mix.and(hash, region.used());
            hash = Mix.and(hash, region.mapped());
        }
        return hash;
    }

    private long group(GroupState group, Held held) {
        long hash = Mix.and(named(group.alias()), alike.kind(group.alias()));
        hash = Mix.and(hash, (group.open() ? 1 : 0) + (group.windowRefused() ? 2 : 0) + (group.inReset() ? 4 : 0));
        hash = Mix.and(hash, group.devices());
        hash = Mix.and(hash, held.ofGroup(group.alias()));
        hash = group.left().isEmpty() ? hash : tces(hash, group.left());
        return group.devices() > 0 ? Mix.and(hash, held.devicesOf(group.alias())) : hash;
    }

    private long container(Container container, State state, Held held) {
        long hash = Mix.and(named(container.name()), container.open());
        hash = Mix.and(hash, held.ofContainer(container.name()));
        for (String group : container.groups()) {
            hash = Mix.and(hash, held.hashOf(group));
        }
        Iommu iommu = container.iommu().orElse(null);
        if (iommu instanceof Spapr spapr) {
            return spapr(hash, spapr, container, state);
        }
        return iommu instanceof Type1 type1 ? type1(hash, type1, state) : hash;
    }

    private long spapr(long before, Spapr spapr, Container container, State state) {
        long hash = Mix.and(before, spapr.version() + (spapr.enabled() ? 4 : 0) + (spapr.defaultPending() ? 8 : 0));
        hash = Mix.and(hash, owner(spapr.owner().orElse("-"), state));
        hash = Mix.and(hash, spapr.enabledPages());
        for (String group : spapr.attached()) {
            hash = Mix.and(hash, container.groups().indexOf(group));
        }
        for (Window window : spapr.windows().values()) {
            hash = window(hash, window);
        }
        for (Region.Key key : spapr.regions()) {
            hash = Mix.and(hash, Mix.region(key));
        }
        return hash;
    }

    private static long window(long before, Window window) {
        long hash = Mix.and(before, window.number() + 4L * window.pageShift() + 1024L * window.levels());
        hash = Mix.and(hash, window.start());
        hash = Mix.and(hash, window.size());
        hash = Mix.and(hash, window.lockedPages());
        hash = Mix.and(hash, (window.ofGroup() ? 1 : 0) + (window.shadow() ? 2 : 0));
        return tces(hash, window.tces());
    }

    private static long tces(long before, Tces tces) {
        long hash = before;
        if (!tces.isEmpty()) {
            for (Tces.Run run : tces.runs()) {
                hash = Mix.and(hash, run.iova());
                hash = Mix.and(hash, run.size());
                hash = Mix.and(hash, Mix.address(run.vaddr()));
                hash = Mix.and(hash, run.flags());
                hash = Mix.and(hash, run.region().map(Mix::region).orElse(0L));
            }
        }
        return hash;
    }

    private long type1(long before, Type1 type1, State state) {
        long hash = Mix.and(before, type1.type());
        for (Mapping mapping : type1.mappings()) {
            hash = Mix.and(hash, mapping.iova());
            hash = Mix.and(hash, mapping.size());
            hash = Mix.and(hash, Mix.address(mapping.vaddr()));
            hash = Mix.and(hash, mapping.flags() + (mapping.vaddrInvalid() ? 16 : 0));
            hash = Mix.and(hash, owner(mapping.owner(), state));
            hash = Mix.and(hash, owner(mapping.pinnedBy(), state));
        }
        return hash;
    }

    /** A process, by what it has; names of children say nothing. */
    private long owner(String name, State state) {
        if (name.isEmpty() || name.equals("-")) {
            return name.isEmpty() ? FIRST_PROCESS : 0;
        }
        Kin kin = state.others().get(name);
        return kin == null ? Mix.text(name) : process(kin.process(), kin.regions(), named(name));
    }
}
