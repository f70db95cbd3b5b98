// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.Set;
import org.vfiooracle.engine.operation.BareCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.State;

/** What leaves a machine answering differently until it is booted again; see adapters/linux/README.md. */
final class Spoiling {
    /** VFIO_EEH_PE_ENABLE, _RESET_HOT and _RESET_FUNDAMENTAL: they leave the devices of a PE in reset. */
    static final Set<Integer> RESETS = Set.of(1, 6, 7);

    private Spoiling() {}

    /** Tells whether an operation, answered like that, needs a fresh machine afterwards. */
    static boolean by(State before, Operation operation, Transition transition) {
        Operation call = BareCall.of(operation);
        if (call instanceof Operation.EehPeOp eeh) {
            return RESETS.contains(eeh.peOp()) && transition.outcome().answer().succeeded();
        }
        return refused(transition.next()) > refused(before);
    }

    /** How many groups a hypervisor has refused a window. */
    private static long refused(State state) {
        return state.groups().values().stream()
                .filter(GroupState::windowRefused)
                .count();
    }
}
