// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

/** A call itself, whichever process makes it, and however often. */
public final class BareCall {
    private BareCall() {}

    /** Returns the call inside an operation. */
    public static Operation of(Operation operation) {
        if (operation instanceof Operation.By by) {
            return of(by.call());
        }
        return operation instanceof Repeat repeat ? of(repeat.call()) : operation;
    }
}
