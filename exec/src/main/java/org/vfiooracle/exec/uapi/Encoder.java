// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

import java.util.EnumMap;
import java.util.Map;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.FieldPlace;
import org.vfiooracle.contract.declaration.FilledField;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.exec.wire.ByteString;

/** The fields that a call has filled in, as the struct has them, by its declaration. */
public final class Encoder {
    private Encoder() {}

    /**
     * Returns the struct as it is after the call, from its beginning to the last field that was filled in; nothing where none
     * was.
     *
     * @param before the struct as the call found it
     */
    public static ByteString struct(Operation operation, Outcome outcome, ByteString before) {
        Map<OutField, Long> out = outcome.out();
        if (out.isEmpty()) {
            return ByteString.NONE;
        }
        Declaration declaration = Declaration.of(operation.getClass());
        Map<OutField, FieldPlace> layout = ofStruct(declaration);
        ByteString struct = before;
        if (Type1Capabilities.told(out)) {
            Type1Capabilities capabilities = Type1Capabilities.in(before.u32(0));
            layout.putAll(capabilities.places(declaration));
            struct = capabilities.begun(struct);
        }
        return filled(struct, declaration, layout, out);
    }

    private static Map<OutField, FieldPlace> ofStruct(Declaration declaration) {
        Map<OutField, FieldPlace> layout = new EnumMap<>(OutField.class);
        for (FilledField filled : declaration.out()) {
            if (filled.capability() == 0) {
                filled.place().ifPresent(place -> layout.put(filled.field(), place));
            }
        }
        return layout;
    }

    private static ByteString filled(
            ByteString begun, Declaration declaration, Map<OutField, FieldPlace> layout, Map<OutField, Long> out) {
        ByteString struct = begun;
        int end = 0;
        for (Map.Entry<OutField, Long> field : out.entrySet()) {
            FieldPlace place = layout.get(field.getKey());
            if (place == null) {
                throw new IllegalStateException(declaration.name() + " has no place for "
                        + field.getKey().key());
            }
            struct = struct.with(place.at(), place.bytes(), field.getValue());
            end = Math.max(end, place.end());
        }
        return struct.part(0, end);
    }
}
