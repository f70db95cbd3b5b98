// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.driver;

import java.util.List;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.state.Buffer;

/** What a kind of program does; each throws {@link Stopped} when it cannot. */
public interface Actions {
    /**
     * A program after something was done.
     *
     * @param next what it has
     * @param rule why that is all
     */
    record Done(Holdings next, Rule rule) {}

    /** What it is, in one sentence. */
    String description();

    /** Whether its memory has to be in huge pages. */
    default boolean hugePages() {
        return false;
    }

    /** It begins, before it has devices. */
    Holdings begin(Talk talk, Buffer ram, List<String> devices);

    /** It gets a device. */
    Done attach(Talk talk, Holdings holdings, String device);

    /** It gives a device up, which it has. */
    Done detach(Talk talk, Holdings holdings, Holdings.Held device);

    /** It gets more memory. */
    Done grow(Talk talk, Holdings holdings, Buffer ram);

    /** Whether it ends when a device of its command line cannot be had, or goes on without it. */
    default boolean needsAll() {
        return true;
    }

    /** It refuses an operation that it has no notion of. */
    static NotModelled unknown(String what, String id) {
        return new NotModelled(what + " of " + id);
    }

    /** The rules that it may give. */
    List<Rule> rules();
}
