// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.time.Duration;

/**
 * How long an adapter may take.
 *
 * @param start from its start to its first message; a machine may have to be fetched and booted first
 * @param silence between two messages while cases are outstanding
 * @param stop from the last answer to its end; then it is killed, which is no failure
 * @param restarts how often in a row it may break without answering anything, before the rest is given up
 */
public record Limits(Duration start, Duration silence, Duration stop, int restarts) {
    /** What is right for a virtual machine on a slow computer. */
    public static final Limits USUAL =
            new Limits(Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofSeconds(20), 20);

    /** Returns these with one limit for each wait: for the first message, and for each one after it. */
    public Limits waits(Duration limit) {
        return new Limits(limit, limit, stop, restarts);
    }

    /** Returns these with another limit for silence. */
    public Limits silence(Duration limit) {
        return new Limits(start, limit, stop, restarts);
    }

    /** Returns these with another number of restarts. */
    public Limits restarts(int most) {
        return new Limits(start, silence, stop, most);
    }

    /** Returns these with another limit for the start. */
    public Limits start(Duration limit) {
        return new Limits(limit, silence, stop, restarts);
    }
}
