// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.State;

/** The names of a case: new ones, those of what is open, and sometimes a wrong one. */
final class Names {
    private static final String NEVER_BOUND = "X9";

    private final Dice dice;
    private int used;

    Names(Dice dice) {
        this.dice = dice;
    }

    /** A name that nobody has had. */
    String fresh(String kind) {
        used++;
        return kind + used;
    }

    /** The handles of one kind that are open in the process that makes the next call. */
    static List<String> open(State state, Class<? extends Handle> kind) {
        return open(state, kind::isInstance);
    }

    private static List<String> open(State state, Predicate<Handle> wanted) {
        List<String> names = new ArrayList<>();
        state.handles().forEach((name, handle) -> {
            if (wanted.test(handle)) {
                names.add(name);
            }
        });
        return names;
    }

    /** The container that a descriptor, of it or of a device in it, stands for. */
    static Optional<String> container(State state, String fd) {
        return state.handle(fd).flatMap(handle -> {
            if (handle instanceof Handle.ContainerFd container) {
                return Optional.of(container.container());
            }
            return handle instanceof Handle.DeviceFd device
                    ? state.group(device.group()).container()
                    : Optional.empty();
        });
    }

    /** A handle of this kind; now and then one of another kind, or one that is not open. */
    Optional<String> handle(State state, Class<? extends Handle> kind) {
        if (dice.chance(2)) {
            return Optional.of(NEVER_BOUND);
        }
        List<String> candidates = dice.chance(3) ? List.copyOf(state.handles().keySet()) : open(state, kind);
        return candidates.isEmpty() ? Optional.empty() : Optional.of(dice.of(candidates));
    }
}
