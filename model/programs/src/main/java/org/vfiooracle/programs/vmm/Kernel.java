// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.vmm;

import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;

/** The kernel as a program meets it. */
public interface Kernel {
    /** The platform. */
    Profile profile();

    /**
     * Answers a VFIO call.
     *
     * @throws org.vfiooracle.engine.procedure.NotModelled when the model has no answer
     */
    Transition ask(State state, Operation call);
}
