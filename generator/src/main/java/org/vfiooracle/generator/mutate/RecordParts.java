// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The parts of a type of records, looked up once. */
final class RecordParts {
    private static final ClassValue<RecordParts> KNOWN = new ClassValue<>() {
        @Override
        protected RecordParts computeValue(Class<?> type) {
            return new RecordParts(type);
        }
    };

    private final RecordComponent[] parts;
    private final Method[] accessors;
    private final Constructor<?> constructor;

    private RecordParts(Class<?> type) {
        parts = type.getRecordComponents();
        accessors = Arrays.stream(parts).map(RecordComponent::getAccessor).toArray(Method[]::new);
        Arrays.stream(accessors).forEach(accessor -> accessor.setAccessible(true));
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without a constructor: " + type, e);
        }
        constructor.setAccessible(true);
    }

    /** The parts of a type. */
    static RecordParts of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** Returns a record as {@code one} is, with another number in the part {@code name}. */
    Object changed(Object one, String name, UnaryOperator<Long> change) {
        Object[] values = new Object[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                values[i] = accessors[i].invoke(one);
                if (parts[i].getName().equals(name)) {
                    long next = change.apply(((Number) values[i]).longValue());
                    values[i] = parts[i].getType() == int.class ? (Object) (int) next : (Object) next;
                }
            }
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot change " + name + " of " + one, e);
        }
    }
}
