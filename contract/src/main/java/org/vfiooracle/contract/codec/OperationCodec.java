// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Repeat;

/** Operations as ordered maps: {@code op} first, then the arguments as docs/reference/adapter-protocol.md lists them. */
public final class OperationCodec {
    private static final String BY = "by";

    private static final DeclaredCodec CODEC = DeclaredCodec.of(Declarations.ofOperations());

    private OperationCodec() {}

    /** The names of all calls, in order. */
    public static Collection<String> names() {
        return CODEC.names();
    }

    /** Returns {@code operation} as a map; {@code argsz} and {@code flags} are always written. */
    public static Map<String, Object> encode(Operation operation) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("op", operation.name());
        Operation call = operation;
        if (operation instanceof Operation.By by) {
            tree.put(BY, by.by());
            call = by.call();
        }
        CODEC.encode(call, tree);
        return tree;
    }

    /**
     * Reads an operation.
     *
     * @param path place of {@code tree} in its document
     * @throws CodecProblem when it is no operation, or has other keys than its arguments
     */
    public static Operation decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Operation operation = take(fields);
        fields.end();
        return operation;
    }

    /**
     * Takes the keys of an operation out of {@code fields} and leaves others there.
     *
     * @throws CodecProblem when they are no operation
     */
    public static Operation take(Fields fields) {
        String name = fields.text("op");
        return fields.has(BY) ? new Operation.By(fields.text(BY), call(fields, name)) : call(fields, name);
    }

    private static Operation call(Fields fields, String name) {
        Operation call = (Operation) CODEC.take(name, fields);
        if (call instanceof Repeat repeat) {
            RepeatCheck.of(repeat, fields);
        }
        return call;
    }

    /** The keys that {@code name} can have, {@code op} not counted, in order. */
    public static List<String> arguments(String name) {
        return CODEC.arguments(name);
    }

    /** Whether an argument of the call {@code name} is a count, which is written as an integer. */
    public static boolean counts(String name, String argument) {
        return CODEC.counts(name, argument);
    }

    /** Whether an argument of the call {@code name} is a list. */
    public static boolean lists(String name, String argument) {
        return CODEC.lists(name, argument);
    }
}
