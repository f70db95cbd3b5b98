// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.engine.operation.Operation;

/** Builds an operation from its arguments as the adapter protocol names them; what is not given has its usual value. */
final class OperationBuilder {
    private final Map<String, Object> arguments = new LinkedHashMap<>();

    private OperationBuilder(String name) {
        arguments.put("op", name);
    }

    static OperationBuilder on(String handle, String name) {
        return named(name).with("on", handle);
    }

    /** Begins an operation that is made on nothing. */
    static OperationBuilder named(String name) {
        return new OperationBuilder(name);
    }

    /** Adds a text, or a count when the value is a number. */
    OperationBuilder with(String key, Object value) {
        arguments.put(key, value);
        return this;
    }

    /** Adds an address, a size or flags. */
    OperationBuilder hex(String key, long value) {
        return with(key, Hex.of(value));
    }

    /**
     * Returns the operation.
     *
     * @throws org.vfiooracle.contract.codec.CodecProblem when the arguments are not those of the call
     */
    Operation operation() {
        return OperationCodec.decode(arguments, "");
    }
}
