// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.declaration;

import org.vfiooracle.engine.operation.Declared;

/**
 * What an operation is as a request of VFIO.
 *
 * @param nr its number
 * @param size of the struct that its argument points to, in bytes; 0 where it points to none
 * @param least how many bytes have to be there for the call to begin
 * @param driver whose request it is, where another driver has another one of this number
 */
public record RequestLayout(int nr, int size, int least, Declared.Driver driver) {
    static RequestLayout of(Declared declared) {
        int least = declared.least() < 0 ? declared.size() : declared.least();
        return new RequestLayout(declared.nr(), declared.size(), least, declared.driver());
    }

    /** Whether {@code driver} answers it under this name. */
    public boolean isOf(Declared.Driver driver) {
        return this.driver == Declared.Driver.ANY || this.driver == driver;
    }
}
