// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.declaration;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How the values of a record are read, and how one is made of values: looked up once. */
public final class RecordForm {
    private final Constructor<?> constructor;
    private final List<Method> accessors;

    private RecordForm(Constructor<?> constructor, List<Method> accessors) {
        this.constructor = constructor;
        this.accessors = accessors;
    }

    /** Of the constructor with all components; a record may have shorter ones. */
    static RecordForm of(Class<?> kind, RecordComponent... components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return new RecordForm(
                    kind.getDeclaredConstructor(types),
                    Arrays.stream(components).map(RecordComponent::getAccessor).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(kind + " is no record", e);
        }
    }

    /** Returns the values of {@code instance}, in the order of the components. */
    List<Object> values(Object instance) {
        List<Object> values = new ArrayList<>(accessors.size());
        try {
            for (Method accessor : accessors) {
                values.add(accessor.invoke(instance));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + instance, e);
        }
        return values;
    }

    /** Returns the record with these values. */
    Object make(List<Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + constructor.getDeclaringClass() + " of " + values, e);
        }
    }
}
