// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.vmm;

import org.vfiooracle.model.engine.Rule;
import org.vfiooracle.model.operation.Operation;
import org.vfiooracle.model.operation.Outcome;
import org.vfiooracle.model.platform.Profile;
import org.vfiooracle.model.state.State;

/** The kernel as a program meets it. */
public interface Kernel {
    /** The platform. */
    Profile profile();

    /**
     * Answers a VFIO call.
     *
     * @throws org.vfiooracle.model.engine.NotModelled when the model has no answer
     */
    Reply ask(State state, Operation call);

    /** What a call came to, and the state afterwards. */
    record Reply(State next, Outcome outcome, Rule rule) {}
}
