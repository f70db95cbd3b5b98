// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.declaration;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Declared;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.engine.operation.Spelling;

/**
 * An argument of an operation: a component of its record.
 *
 * @param key its name where operations are written down
 * @param spelling how it is written down
 * @param place where it is in the struct of a request; empty where it is in none
 * @param passed whether it is the argument of the request itself
 * @param seldom whether it is left out where it is 0
 * @param remark what else a reader should know; mostly empty
 */
public record Argument(
        String key, Spelling spelling, Optional<FieldPlace> place, boolean passed, boolean seldom, String remark) {
    static Argument of(RecordComponent component) {
        Declared.Remark remark = component.getAnnotation(Declared.Remark.class);
        return new Argument(
                key(component.getName()),
                spelling(component),
                place(component),
                component.isAnnotationPresent(Declared.Passed.class),
                component.isAnnotationPresent(Declared.Seldom.class),
                remark == null ? "" : remark.value());
    }

    /** Whether it names the descriptor, the process or the program that the operation makes. */
    public boolean isNew() {
        return key.equals("as");
    }

    /** Whether it is the size that a struct claims to have. */
    public boolean isSize() {
        return key.equals("argsz");
    }

    /** Whether it is a number of 32 bits of a request, of which the highest is no sign. */
    public boolean isWord() {
        return spelling == Spelling.COUNT && (passed || place.isPresent());
    }

    private static Optional<FieldPlace> place(RecordComponent component) {
        Declared.U32 narrow = component.getAnnotation(Declared.U32.class);
        Declared.U64 wide = component.getAnnotation(Declared.U64.class);
        return narrow != null
                ? Optional.of(new FieldPlace(narrow.value(), Integer.BYTES))
                : wide != null ? Optional.of(new FieldPlace(wide.value(), Long.BYTES)) : Optional.empty();
    }

    private static Spelling spelling(RecordComponent component) {
        Declared.Spelled spelled = component.getAnnotation(Declared.Spelled.class);
        return spelled != null ? spelled.value() : spelling(component, component.getType());
    }

    private static Spelling spelling(RecordComponent component, Class<?> type) {
        if (type == int.class) {
            return Spelling.COUNT;
        }
        if (type == long.class) {
            return Spelling.HEX;
        }
        if (type == Address.class) {
            return Spelling.ADDRESS;
        }
        if (type == Operation.class) {
            return Spelling.CALL;
        }
        if (type == Pointer.class) {
            return Spelling.POINTER;
        }
        if (type == List.class) {
            return Spelling.HEXES;
        }
        if (type == String.class) {
            return Spelling.HANDLE;
        }
        throw new IllegalStateException("an argument of " + type + " has no spelling: " + component);
    }

    private static String key(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
