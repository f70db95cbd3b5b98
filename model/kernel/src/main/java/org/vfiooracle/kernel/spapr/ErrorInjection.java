// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.Set;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.procedure.NotModelled;

/**
 * An error that firmware is to inject into a PE. Its function says where: reading memory has 0 and 1, the others follow. Source:
 * {@code <linux/vfio.h>}; phb3_err_inject and phb4_err_inject of skiboot.
 *
 * @param type 0 for addresses of 32 bits, 1 for 64
 * @param function what is to fail
 */
record ErrorInjection(int type, int function) {
    private static final int TYPES = 2;
    private static final int FUNCTIONS = 20;
    private static final int FIRST_OF_DMA = 12;
    private static final Set<Integer> OF_MEMORY = Set.of(0, 1, 6, 7);
    private static final Set<Integer> OF_CONFIGURATION = Set.of(4, 5, 10, 11);

    static ErrorInjection of(Operation.EehPeOp op) {
        return new ErrorInjection(op.errType(), op.errFunc());
    }

    boolean hasKnownType() {
        return Integer.compareUnsigned(type, TYPES) < 0;
    }

    boolean hasKnownFunction() {
        return Integer.compareUnsigned(function, FUNCTIONS) < 0;
    }

    /** Whether firmware can inject it into a PE with windows in these slots. */
    boolean allowed(Hardware.Injection can, Set<Integer> windows) {
        return switch (can) {
            case ALL ->
                OF_CONFIGURATION.contains(function)
                        || OF_MEMORY.contains(function)
                        || function >= FIRST_OF_DMA && windows.contains(type);
            case CONFIGURATION -> OF_CONFIGURATION.contains(function);
            case UNKNOWN -> throw new NotModelled("an injected error, which nobody has asked this firmware for");
        };
    }
}
