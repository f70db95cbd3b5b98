// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Repeat;

/** Now and then a request about memory is made several times, for memory and bus addresses that follow each other. */
final class Repeating {
    private static final int PERCENT = 3;

    private final Dice dice;

    Repeating(Dice dice) {
        this.dice = dice;
    }

    /** Returns the call, or a repetition of it. */
    Operation perhaps(Operation call) {
        if (call instanceof Operation.MapDma map && dice.chance(PERCENT)) {
            return repeat(map, map.size(), map.size());
        }
        if (call instanceof Operation.UnmapDma unmap && dice.chance(PERCENT)) {
            return repeat(unmap, unmap.size(), 0);
        }
        if (call instanceof Operation.RegisterMemory memory && dice.chance(PERCENT)) {
            return repeat(memory, 0, memory.size());
        }
        if (call instanceof Operation.UnregisterMemory memory && dice.chance(PERCENT)) {
            return repeat(memory, 0, memory.size());
        }
        return call;
    }

    private Operation repeat(Operation call, long iovaStep, long vaddrStep) {
        return new Repeat(2 + dice.below(3), iovaStep, vaddrStep, call);
    }
}
