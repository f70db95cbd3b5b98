// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import org.vfiooracle.engine.operation.BareCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.State;

/** What a machine does not survive although the model has an answer; see adapters/linux/README.md, "What is never sent". */
final class Hangs {
    private static final String POWER8 = "ioda2";

    private Hangs() {}

    /** Emulated POWER8 invalidates zero entries at bus address 0 for ever. */
    static boolean on(Profile profile, State state, Operation operation, Outcome outcome) {
        if (!profile.id().generation().equals(POWER8)) {
            return false;
        }
        Operation call = BareCall.of(operation);
        boolean other = operation instanceof Operation.By;
        if (call instanceof Operation.MapDma map) {
            return map.iova() == 0
                    && (other || map.size() == 0 || !outcome.answer().succeeded());
        }
        return call instanceof Operation.UnmapDma unmap && unmap.iova() == 0 && (other || unmap.size() == 0);
    }
}
