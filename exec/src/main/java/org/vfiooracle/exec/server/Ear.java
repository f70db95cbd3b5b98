// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

import java.io.IOException;
import java.nio.channels.Selector;

/**
 * Waits for what comes next. Going to sleep and being woken up takes longer than answering a call, so a program that makes one call
 * right after the other is waited for awake, for a moment. One that takes its time costs nothing.
 */
final class Ear {
    /** How long to stay awake, in nanoseconds. */
    private static final long AWAKE = 50_000;

    /** What comes within this time comes right after the answer before, in nanoseconds; being woken up is part of it. */
    private static final long SOON = 2 * AWAKE;

    private final Selector selector;
    private final boolean alone;
    private boolean soon;

    /** Listens to a selector. On a single processor, who stays awake keeps the program from running. */
    Ear(Selector selector) {
        this.selector = selector;
        this.alone = Runtime.getRuntime().availableProcessors() == 1;
    }

    /** Returns how many have something to say at once, without waiting. */
    int now() throws IOException {
        return selector.selectNow();
    }

    /** Returns how many have something to say: none when {@code patience}, in milliseconds, is over; 0 is for ever. */
    int hear(long patience) throws IOException {
        long began = System.nanoTime();
        int heard = soon && !alone ? awake(began) : 0;
        if (heard == 0) {
            heard = selector.select(patience);
        }
        soon = heard > 0 && System.nanoTime() - began < SOON;
        return heard;
    }

    private int awake(long began) throws IOException {
        int heard;
        do {
            heard = selector.selectNow();
        } while (heard == 0 && System.nanoTime() - began < AWAKE);
        return heard;
    }
}
