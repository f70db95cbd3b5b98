// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.State;

/**
 * A procedure being performed: what a check or a step can see.
 *
 * @param <A> what the procedure is called with
 * @param state the state so far
 * @param args what the procedure is called with
 * @param profile the platform
 * @param catalogue the procedures of this platform, for parts that several calls share
 */
public record Call<A>(State state, A args, Profile profile, Catalogue catalogue) {
    /** Returns this in another state. */
    @SuppressWarnings("ReferenceEquality") // most entries of a procedure leave the very same state
    public Call<A> in(State next) {
        return next == state ? this : new Call<>(next, args, profile, catalogue);
    }

    /** Performs a procedure that is part of this one. */
    public <B> Progress perform(Procedure.Name<B> name, B with) {
        return catalogue.find(name).perform(new Call<>(state, with, profile, catalogue));
    }

    /** What the bridge can do. */
    public Hardware hardware() {
        return profile.hardware();
    }

    /** Returns {@code bytes} in host pages, rounded up. */
    public long pages(long bytes) {
        return (bytes + profile.pageSize() - 1) >>> profile.id().pageShift();
    }
}
