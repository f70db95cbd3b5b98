// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.vmm;

import org.vfiooracle.kernel.engine.Rule;
import org.vfiooracle.kernel.operation.Operation;
import org.vfiooracle.kernel.operation.Outcome;
import org.vfiooracle.kernel.platform.Profile;
import org.vfiooracle.kernel.state.State;

/** The kernel as a program meets it. */
public interface Kernel {
    /** The platform. */
    Profile profile();

    /**
     * Answers a VFIO call.
     *
     * @throws org.vfiooracle.kernel.engine.NotModelled when the model has no answer
     */
    Reply ask(State state, Operation call);

    /** What a call came to, and the state afterwards. */
    record Reply(State next, Outcome outcome, Rule rule) {}
}
