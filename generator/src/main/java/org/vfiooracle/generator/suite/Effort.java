// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.generator.alphabet.Ask;

/**
 * What calls take on a machine, in seconds, about. Measured on emulated machines (adapters/linux/README.md): 40 cases in a second,
 * a fifth of a second where a table is made or cleared, and seconds for each device that is opened.
 */
public final class Effort {
    /** What a boot takes, unless somebody knows better. */
    public static final int BOOT = 60;

    private static final double CASE = 0.02;
    private static final double CALL = 0.001;
    private static final double TABLE = 0.1;
    private static final double DEVICE = 3;

    private double seconds = CASE;

    /** What a case takes that has no calls yet. */
    public Effort() {}

    /** What a case takes that began as another one did. */
    public Effort(Effort before) {
        seconds = before.seconds;
    }

    /** What it comes to so far. */
    public double seconds() {
        return seconds;
    }

    /** Adds a call. */
    public void add(Operation operation, Transition transition) {
        seconds += CALL;
        boolean table = transition.outcome().effects().stream().anyMatch(Effect.WindowSet.class::isInstance);
        seconds += table ? TABLE : 0;
        boolean device = Ask.callOf(operation) instanceof Operation.GetDeviceFd
                && transition.outcome().answer().succeeded();
        seconds += device ? DEVICE : 0;
    }
}
