// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import java.util.function.Predicate;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Profile;

/** Something a scenario does, before any platform has done it. */
public sealed interface Planned {
    /** The step that said so, without its keyword. */
    String step();

    /**
     * A call.
     *
     * @param stative it is part of a Given: a platform that refuses it cannot run the scenario
     */
    record Call(String step, Operation operation, boolean stative) implements Planned {}

    /**
     * A condition on the hardware, part of a Given.
     *
     * @param rule the reason where it does not hold
     */
    record Demand(String step, String rule, Predicate<Profile> holds) implements Planned {}
}
