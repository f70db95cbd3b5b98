// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.declaration;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Declared;
import org.vfiooracle.engine.operation.HandleKind;

/**
 * All that is known of one kind of operation: read off its record, which is the only place where it stands. The codec, the
 * schemas, the tables of adapters, the decoder of requests and the table of the protocol page are derived from it.
 *
 * @param form how the values of the record are read
 * @param name the name of the call
 * @param on what it is made on
 * @param request what it is as a request of VFIO; empty for what is none
 * @param constants arguments that are always the same, by key
 * @param arguments the arguments, in order
 * @param out the fields that it fills in
 */
public record Declaration(
        RecordForm form,
        String name,
        HandleKind on,
        Optional<RequestLayout> request,
        Map<String, String> constants,
        List<Argument> arguments,
        List<FilledField> out) {
    /** Read once for each record. */
    private static final ClassValue<Declaration> READ = new ClassValue<>() {
        @Override
        protected Declaration computeValue(Class<?> kind) {
            return read(kind);
        }
    };

    public Declaration {
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        arguments = List.copyOf(arguments);
        out = List.copyOf(out);
    }

    /**
     * Returns the declaration of a record.
     *
     * @throws IllegalStateException when it is no record, or is not declared: a defect of the record
     */
    public static Declaration of(Class<?> kind) {
        return READ.get(kind);
    }

    /** The argument of this key. */
    public Optional<Argument> argument(String key) {
        return arguments.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** Whether the call fills in fields when this driver answers. */
    public boolean fillsIn(Declared.Driver driver) {
        return out.stream().anyMatch(each -> each.told() != Declared.Told.BY_TYPE1 || driver == Declared.Driver.TYPE1);
    }

    /** Returns the values of the arguments of {@code operation}, a record of this kind, in order. */
    public List<Object> values(Object operation) {
        return form.values(operation);
    }

    /** Returns the operation with these values of its arguments. */
    public Object make(List<Object> values) {
        return form.make(values);
    }

    private static Declaration read(Class<?> kind) {
        Declared declared = kind.getAnnotation(Declared.class);
        RecordComponent[] components = kind.getRecordComponents();
        if (declared == null || components == null) {
            throw new IllegalStateException(kind + " is no record with @Declared");
        }
        Map<String, String> constants = new LinkedHashMap<>();
        for (Declared.Constant constant : declared.constant()) {
            constants.put(constant.key(), constant.value());
        }
        return new Declaration(
                RecordForm.of(kind, components),
                declared.name(),
                declared.on(),
                declared.nr() < 0 ? Optional.empty() : Optional.of(RequestLayout.of(declared)),
                constants,
                Arrays.stream(components).map(Argument::of).toList(),
                Arrays.stream(declared.out()).map(FilledField::of).toList());
    }
}
