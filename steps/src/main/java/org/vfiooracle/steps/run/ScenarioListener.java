// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.run;

/** Is told how far a run has got; by one thread at a time, but not always the same one. */
public interface ScenarioListener {
    /** Does nothing. */
    ScenarioListener NONE = run -> {};

    /** The run begins, with this many scenarios (rows of outlines counted each). */
    default void began(int scenarios) {}

    /** A scenario is over; they come in no particular order. */
    void finished(ScenarioRun run);
}
