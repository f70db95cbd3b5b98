// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Group;

/**
 * A group and the container it joins or leaves: what attach and detach procedures are called with.
 *
 * @param container name of the container
 * @param group alias of the group
 */
public record Membership(String container, String group) {
    /** Returns the container in {@code state}. */
    public Container container(State state) {
        return state.container(container);
    }

    /** Returns the sPAPR driver of the container in {@code state}. */
    public Spapr spapr(State state) {
        return (Spapr) container(state).iommu().orElseThrow();
    }

    /** Returns the group as the topology knows it. */
    public Group inTopology(State state) {
        return state.topology().group(group).orElseThrow();
    }

    /** Returns {@code state} with another state of the container's sPAPR driver. */
    public State with(State state, Spapr next) {
        return state.keep(container(state).with(next));
    }
}
