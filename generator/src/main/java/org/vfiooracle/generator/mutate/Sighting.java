// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.List;
import org.vfiooracle.engine.operation.Operation;

/**
 * What catches a mutant: calls in a state, of which the last one is answered otherwise.
 *
 * @param state number of the state in an exploration
 * @param calls the calls
 */
public record Sighting(int state, List<Operation> calls) {
    public Sighting {
        calls = List.copyOf(calls);
    }
}
