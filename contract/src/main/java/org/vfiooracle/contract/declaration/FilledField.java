// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.declaration;

import java.util.Optional;
import org.vfiooracle.engine.operation.Declared;
import org.vfiooracle.engine.operation.OutField;

/**
 * A field that a call fills in.
 *
 * @param field which one
 * @param place where it is; empty for what is in no struct
 * @param capability the number of the capability in which the place is; 0 for the struct itself
 * @param told when it counts as filled in
 */
public record FilledField(OutField field, Optional<FieldPlace> place, int capability, Declared.Told told) {
    static FilledField of(Declared.Out out) {
        Optional<FieldPlace> place =
                out.at() < 0 ? Optional.empty() : Optional.of(new FieldPlace(out.at(), out.bytes()));
        return new FilledField(out.value(), place, out.capability(), out.told());
    }
}
