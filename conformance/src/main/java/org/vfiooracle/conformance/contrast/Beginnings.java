// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.contrast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.codec.ProcessCodec;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.oracle.Machine;

/**
 * Cases as one machine performs them, for those who look at the outcomes alone. Operations that several cases begin with are
 * performed once: a machine is a function. Not for several threads.
 */
final class Beginnings {
    private final Machine machine;
    private final Platforms platforms;
    private final Map<String, Beginning> byStart = new HashMap<>();

    Beginnings(Machine machine, Platforms platforms) {
        this.machine = machine;
        this.platforms = platforms;
    }

    /** A state that cases come to, and what those that go on do next. */
    private record Beginning(State state, Optional<PerformedOperation> last, Map<String, Beginning> next) {
        static Beginning at(State state) {
            return new Beginning(state, Optional.empty(), new HashMap<>());
        }

        Beginning then(Machine machine, Operation operation) {
            return next.computeIfAbsent(OperationCodec.encode(operation).toString(), said -> {
                PerformedOperation done = PerformedOperation.outcomeOnly(machine, state, operation);
                return new Beginning(done.after(), Optional.of(done), new HashMap<>());
            });
        }
    }

    /**
     * Performs a case.
     *
     * @throws org.vfiooracle.engine.procedure.NotModelled when the model has no answer to one of its operations
     */
    Performance perform(Case performed) {
        Beginning start = byStart.computeIfAbsent(
                performed.topology() + ProcessCodec.encode(performed.process()),
                said -> Beginning.at(State.initial(
                        platforms.topology(performed.topology(), machine.profile()), performed.process())));
        List<PerformedOperation> steps = new ArrayList<>();
        Beginning now = start;
        for (Operation operation : performed.operations()) {
            now = now.then(machine, operation);
            now.last().ifPresent(steps::add);
        }
        return new Performance(performed, start.state(), steps);
    }
}
