// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.session;

import java.util.List;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.engine.operation.BareCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProcessCall;
import org.vfiooracle.engine.state.State;

/**
 * What the model was asked in a run, and where that led to.
 *
 * @param steps the calls, in order, with what the program was told
 * @param last the state after the last of them
 * @param fullestAt how many calls had been made when the program began to take down what it had built
 * @param fullest the state then: at the end there is nothing left to show
 */
public record Performed(List<RecordedStep> steps, State last, int fullestAt, State fullest) {
    private static final List<Class<? extends Operation>> TAKES_DOWN = List.of(
            Operation.Close.class,
            Operation.Exit.class,
            Operation.UnsetContainer.class,
            Operation.UnmapDma.class,
            Operation.UnregisterMemory.class,
            Operation.Disable.class,
            // Told when a descriptor is closed, and not before.
            ProcessCall.MapDevice.class,
            ProcessCall.UnmapDevice.class);

    public Performed {
        steps = List.copyOf(steps);
    }

    /** Whether a call takes down what others have built. */
    static boolean takesDown(Operation operation) {
        Operation call = BareCall.of(operation);
        return TAKES_DOWN.contains(call.getClass());
    }
}
