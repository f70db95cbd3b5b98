// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.trace;

import java.util.function.Consumer;

/**
 * Somebody who is told what happens in a run. A program waits while {@link #accept} runs, so what can be done later is done when it
 * has its answer.
 */
public interface RunListener extends Consumer<Happening> {
    /** The program has the answer to what was told last. */
    default void answered() {}

    /** Nothing has happened for a moment. */
    default void idle() {}
}
