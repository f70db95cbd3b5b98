// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.generator.explore.Violation.Invariant;

/**
 * Which windows the hardware has of each group. It follows from a state, so that it is enough to see that the effects of each
 * call lead from what follows from the state before to what follows from the state after.
 */
final class Programmed {
    private final Hardware hardware;

    Programmed(Hardware hardware) {
        this.hardware = hardware;
    }

    private record Geometry(long start, long size, int pageShift) {}

    /** Returns what is wrong with the windows after a call. */
    Optional<Violation> after(State before, Transition transition) {
        if (!hardware.createsWindows() || transition.outcome().effects().isEmpty()) {
            return Optional.empty();
        }
        for (GroupState group : before.groups().values()) {
            String alias = group.alias();
            if (untouched(alias, before, transition)) {
                continue;
            }
            Map<Integer, Geometry> windows =
                    new TreeMap<>(expected(before, alias).orElse(Map.of()));
            for (Effect effect : transition.outcome().effects()) {
                apply(effect, alias, windows);
            }
            Optional<Map<Integer, Geometry>> expected = expected(transition.next(), alias);
            boolean right = expected.map(windows::equals).orElseGet(() -> onlyOfHost(windows));
            if (!right) {
                return Optional.of(new Violation(
                        Invariant.WINDOWS_EVERYWHERE,
                        "group " + alias + " has " + told(windows) + " instead of "
                                + expected.map(Programmed::told).orElse("at most the host's window")));
            }
        }
        return Optional.empty();
    }

    /** Whether nothing was told to a group, which is in the very same container as before or in none. */
    @SuppressWarnings("ReferenceEquality") // a call leaves containers as they are that it is not about
    private static boolean untouched(String alias, State before, Transition transition) {
        for (Effect effect : transition.outcome().effects()) {
            if (effect instanceof Effect.WindowSet set && set.group().equals(alias)
                    || effect instanceof Effect.WindowUnset unset
                            && unset.group().equals(alias)) {
                return false;
            }
        }
        return container(before, alias) == container(transition.next(), alias);
    }

    private static @Nullable Container container(State state, String alias) {
        Optional<String> name = state.group(alias).container();
        return name.isEmpty() ? null : state.containers().get(name.get());
    }

    private static void apply(Effect effect, String alias, Map<Integer, Geometry> windows) {
        if (effect instanceof Effect.WindowSet set && set.group().equals(alias)) {
            windows.put(set.window(), new Geometry(set.start(), set.size(), set.pageShift()));
        } else if (effect instanceof Effect.WindowUnset unset && unset.group().equals(alias)) {
            windows.remove(unset.window());
        }
    }

    private boolean onlyOfHost(Map<Integer, Geometry> windows) {
        for (Map.Entry<Integer, Geometry> entry : windows.entrySet()) {
            Geometry window = entry.getValue();
            if (entry.getKey() != 0 || window.start() != 0 || window.size() != hardware.dma32Size()) {
                return false;
            }
        }
        return true;
    }

    /** The windows of a group that is attached to a driver; empty where they are the host's. */
    private static Optional<Map<Integer, Geometry>> expected(State state, String alias) {
        Optional<Container> container = state.group(alias).container().map(state::container);
        if (container.isEmpty()
                || !(container.get().iommu().orElse(null) instanceof Spapr spapr)
                || !spapr.attached().contains(alias)) {
            return Optional.empty();
        }
        Map<Integer, Geometry> windows = new TreeMap<>();
        for (Window window : spapr.windows().values()) {
            windows.put(window.number(), new Geometry(window.start(), window.size(), window.pageShift()));
        }
        return Optional.of(windows);
    }

    private static String told(Map<Integer, Geometry> windows) {
        List<String> all = new ArrayList<>();
        windows.forEach((slot, window) -> all.add("window " + slot + " of 0x" + Long.toHexString(window.size())
                + " bytes from 0x" + Long.toHexString(window.start())));
        return all.isEmpty() ? "no window" : String.join(" and ", all);
    }
}
