// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.alphabet;

import org.vfiooracle.engine.operation.Operation;

/**
 * A call that can be made in a state.
 *
 * @param operation the call
 * @param faults how many of its arguments are wrong
 */
public record Ask(Operation operation, int faults) {
    /** The call itself, whichever process makes it. */
    public Operation call() {
        return callOf(operation);
    }

    /** Returns the call itself of an operation, whichever process makes it. */
    public static Operation callOf(Operation operation) {
        return operation instanceof Operation.By by ? by.call() : operation;
    }
}
