// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;

/**
 * How many cases an adapter takes ahead.
 *
 * @param cases at least 1; {@link Integer#MAX_VALUE} for all of them, before it performs any
 */
public record Batch(int cases) {
    /** One case after the other. */
    public static final Batch ONE = new Batch(1);

    /** All cases, and only then the first answer. */
    public static final Batch ALL = new Batch(Integer.MAX_VALUE);

    private static final String ALL_KEY = "all";

    public Batch {
        if (cases < 1) {
            throw new IllegalArgumentException("expected a batch of at least 1, found " + cases);
        }
    }

    /** Returns the batch as a message has it: a number, or {@code all}. */
    Object spelled() {
        return equals(ALL) ? ALL_KEY : (Object) cases;
    }

    static Batch take(Fields fields) {
        Object value = fields.any("batch");
        if (value.equals(ALL_KEY)) {
            return ALL;
        }
        if (value instanceof Integer cases && cases > 0) {
            return new Batch(cases);
        }
        throw new CodecProblem(fields.path("batch"), "a number from 1, or \"all\"", String.valueOf(value));
    }
}
