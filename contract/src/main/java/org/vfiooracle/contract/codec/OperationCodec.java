// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.kernel.operation.Operation;

/** Operations as ordered maps: {@code op} first, then the arguments as docs/adapter-protocol.md lists them. */
public final class OperationCodec {
    private static final String OPEN = "open";
    private static final String BY = "by";
    private static final String PATH = "path";
    private static final String CONTAINER_PATH = "/dev/vfio/vfio";

    /** By name of the call; {@code open} of a group and of a container differ in their arguments. */
    private static final Map<String, OperationShape> BY_NAME = new TreeMap<>();

    private static final Map<Class<?>, OperationShape> BY_KIND = new LinkedHashMap<>();

    static {
        for (Class<?> kind : kinds()) {
            OperationShape shape = new OperationShape(kind);
            BY_KIND.put(kind, shape);
            BY_NAME.put(shape.name(), shape);
        }
    }

    private OperationCodec() {}

    /** The records of all operations but {@link Operation.By}, which has the name of another. */
    public static List<Class<?>> kinds() {
        List<Class<?>> kinds = new ArrayList<>();
        for (Class<?> kind : Operation.class.getPermittedSubclasses()) {
            if (kind.isInterface()) {
                kinds.addAll(List.of(kind.getPermittedSubclasses()));
            } else if (kind != Operation.By.class) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** The name of the operations of one kind. */
    public static String name(Class<?> kind) {
        return shape(kind).name();
    }

    /** The names of all calls, in order. */
    public static Collection<String> names() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
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
        if (call instanceof Operation.OpenContainer) {
            tree.put(PATH, CONTAINER_PATH);
        }
        shape(call.getClass()).encode(call, tree);
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
        if (fields.has(BY)) {
            return new Operation.By(fields.text(BY), call(fields, name));
        }
        return call(fields, name);
    }

    private static Operation call(Fields fields, String name) {
        if (name.equals(OPEN)) {
            return open(fields);
        }
        OperationShape shape = BY_NAME.get(name);
        if (shape == null) {
            throw new CodecProblem(
                    fields.path("op"), "one of " + String.join(", ", BY_NAME.keySet()), "\"" + name + "\"");
        }
        return shape.decode(fields);
    }

    /** The keys that {@code name} can have, {@code op} not counted, in order. */
    public static List<String> arguments(String name) {
        OperationShape shape = BY_NAME.get(name);
        return shape == null ? List.of() : shape.keys();
    }

    /** Whether an argument of the call {@code name} is a count, which is written as an integer. */
    public static boolean counts(String name, String argument) {
        OperationShape shape = BY_NAME.get(name);
        return shape != null && shape.counts(argument);
    }

    /** Whether an argument of the call {@code name} is a list. */
    public static boolean lists(String name, String argument) {
        OperationShape shape = BY_NAME.get(name);
        return shape != null && shape.lists(argument);
    }

    private static Operation open(Fields fields) {
        if (!fields.has(PATH)) {
            return shape(Operation.OpenGroup.class).decode(fields);
        }
        String path = fields.text(PATH);
        if (!path.equals(CONTAINER_PATH)) {
            throw new CodecProblem(
                    fields.path(PATH), CONTAINER_PATH + " (a group is opened by its alias)", "\"" + path + "\"");
        }
        return shape(Operation.OpenContainer.class).decode(fields);
    }

    private static OperationShape shape(Class<?> kind) {
        OperationShape shape = BY_KIND.get(kind);
        if (shape == null) {
            throw new IllegalStateException(kind + " is no kind of operation");
        }
        return shape;
    }
}
