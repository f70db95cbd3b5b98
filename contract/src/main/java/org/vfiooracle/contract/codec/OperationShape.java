// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vfiooracle.kernel.operation.Address;
import org.vfiooracle.kernel.operation.Operation;
import org.vfiooracle.kernel.operation.Pointer;

/**
 * How one kind of operation is written down. The components of its record are its arguments, in their order; the type of
 * a component says how it is spelled: {@code int} is a count, {@code long} a hex string, so a new operation needs no code.
 */
final class OperationShape {
    /** Size of the argument struct of each call that has one, in bytes. Source: {@code <linux/vfio.h>}. */
    private static final Map<String, Integer> STRUCT_SIZE = Map.ofEntries(
            Map.entry("VFIO_GROUP_GET_STATUS", 8),
            Map.entry("VFIO_DEVICE_GET_INFO", 16),
            Map.entry("VFIO_EEH_PE_OP", 12),
            Map.entry("VFIO_IOMMU_GET_INFO", 16),
            Map.entry("VFIO_IOMMU_SPAPR_TCE_GET_INFO", 32),
            Map.entry("VFIO_IOMMU_SPAPR_REGISTER_MEMORY", 24),
            Map.entry("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY", 24),
            Map.entry("VFIO_IOMMU_MAP_DMA", 32),
            Map.entry("VFIO_IOMMU_UNMAP_DMA", 24),
            Map.entry("VFIO_IOMMU_SPAPR_TCE_CREATE", 40),
            Map.entry("VFIO_IOMMU_SPAPR_TCE_REMOVE", 16));

    private final Constructor<?> constructor;
    private final List<Argument> arguments;
    private final String name;

    private record Argument(String key, Class<?> type, RecordComponent component) {
        /** Of a list: whether it holds numbers, and not names. */
        boolean ofNumbers() {
            return component.getGenericType().getTypeName().endsWith("<java.lang.Long>");
        }
    }

    OperationShape(Class<?> kind) {
        this.arguments = new ArrayList<>();
        List<Object> sample = new ArrayList<>();
        for (RecordComponent component : kind.getRecordComponents()) {
            arguments.add(new Argument(key(component.getName()), component.getType(), component));
            sample.add(neutral(component.getType()));
        }
        this.constructor = canonical(kind);
        this.name = make(sample).name();
    }

    /** The name of the call. */
    String name() {
        return name;
    }

    /** The keys of the arguments, in order. */
    List<String> keys() {
        return arguments.stream().map(Argument::key).toList();
    }

    /** Whether this argument is a count, which is written as an integer. */
    boolean counts(String key) {
        return typed(key, int.class);
    }

    /** Whether this argument is a list. */
    boolean lists(String key) {
        return typed(key, List.class);
    }

    private boolean typed(String key, Class<?> type) {
        return arguments.stream().anyMatch(argument -> argument.key().equals(key) && argument.type() == type);
    }

    /** Adds the arguments of {@code operation} to {@code tree}. */
    void encode(Operation operation, Map<String, Object> tree) {
        for (Argument argument : arguments) {
            Object value = value(argument, operation);
            if (value != Pointer.GOOD) {
                tree.put(argument.key(), spelled(value));
            }
        }
    }

    /** Takes the arguments out of {@code fields}; {@code argsz} is the size of the struct and {@code flags} 0 unless given. */
    Operation decode(Fields fields) {
        List<Object> values = new ArrayList<>();
        for (Argument argument : arguments) {
            values.add(taken(argument, fields));
        }
        return make(values);
    }

    private Object taken(Argument argument, Fields fields) {
        String key = argument.key();
        if (argument.type() == int.class) {
            return key.equals("argsz") ? fields.count(key, STRUCT_SIZE.getOrDefault(name, 0)) : fields.count(key);
        }
        if (argument.type() == long.class) {
            return key.equals("flags") ? fields.hex(key, 0) : fields.hex(key);
        }
        if (argument.type() == Pointer.class) {
            return pointer(fields, key);
        }
        if (argument.type() == List.class) {
            return argument.ofNumbers() ? fields.list(key, OperationShape::number) : fields.texts(key);
        }
        return argument.type() == Address.class ? Addresses.taken(fields, key) : fields.text(key);
    }

    private static long number(Object tree, String path) {
        if (tree instanceof String text && Hex.spells(text)) {
            return Hex.parse(text);
        }
        throw new CodecProblem(path, "a hex string such as \"0x1000\"", "\"" + tree + "\"");
    }

    private static Pointer pointer(Fields fields, String key) {
        if (!fields.has(key)) {
            return Pointer.GOOD;
        }
        String text = fields.text(key);
        try {
            return Pointer.of(text);
        } catch (IllegalArgumentException e) {
            throw new CodecProblem(fields.path(key), "good, unmapped or read-only", "\"" + text + "\"");
        }
    }

    /** The constructor with all components; a record may have shorter ones. */
    private static Constructor<?> canonical(Class<?> kind) {
        Class<?>[] types = Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return kind.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(kind + " is no record", e);
        }
    }

    private Operation make(List<Object> values) {
        try {
            return (Operation) constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make an operation " + constructor.getDeclaringClass(), e);
        }
    }

    private static Object value(Argument argument, Operation operation) {
        try {
            return argument.component().getAccessor().invoke(operation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + argument.key() + " of " + operation, e);
        }
    }

    private static Object spelled(Object value) {
        if (value instanceof Integer count) {
            return count.longValue();
        }
        if (value instanceof Pointer pointer) {
            return pointer.key();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(OperationShape::spelled).toList();
        }
        return value instanceof Long number ? Hex.of(number) : value.toString();
    }

    private static Object neutral(Class<?> type) {
        Map<Class<?>, Object> values = new LinkedHashMap<>();
        values.put(int.class, 0);
        values.put(long.class, 0L);
        values.put(String.class, "");
        values.put(Address.class, new Address.Absolute(0));
        values.put(Pointer.class, Pointer.GOOD);
        values.put(List.class, List.of());
        Object value = values.get(type);
        if (value == null) {
            throw new IllegalStateException("an argument of " + type + " has no spelling");
        }
        return value;
    }

    private static String key(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
