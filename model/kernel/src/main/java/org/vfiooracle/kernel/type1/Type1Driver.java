// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.type1;

import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;

/** What requests to a Type1 container have in common. */
final class Type1Driver {
    /** Where a range that wraps around is one of many that are invalid. */
    static final Releases WRAPS_EINVAL = Releases.to("6.17");

    /** Where ranges are added with a check for overflow, which has an errno of its own. */
    static final Releases WRAPS_EOVERFLOW = Releases.from("6.18");

    private Type1Driver() {}

    /** Returns the driver state of the container that a request is made on. */
    static Type1 of(Call<? extends Operation> call) {
        return (Type1) container(call).iommu().orElseThrow();
    }

    /** Returns the state with {@code next} as driver state of that container. */
    static State with(Call<? extends Operation> call, Type1 next) {
        return call.state().with(container(call).with(next));
    }

    /** The smallest page that can be mapped. */
    static long page(Call<?> call) {
        return Long.lowestOneBit(call.hardware().type1().pageSizes());
    }

    /** Returns {@code state} without what {@code mapping} counts; a process that has ended has nothing to give back to. */
    static State unlocked(Call<?> call, State state, Mapping mapping) {
        return state.lives(mapping.owner())
                ? locking(state, mapping.owner(), mapping.uncounted() - call.pages(mapping.size()))
                : state;
    }

    /** Returns {@code state} with {@code pages} more, or fewer, locked by {@code process}. */
    static State locking(State state, String process, long pages) {
        return state.as(process).locking(pages).as(state.current());
    }

    private static Container container(Call<? extends Operation> call) {
        Handle.ContainerFd fd =
                (Handle.ContainerFd) call.state().handle(call.args().on()).orElseThrow();
        return call.state().container(fd.container());
    }
}
