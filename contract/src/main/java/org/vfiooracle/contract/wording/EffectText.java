// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.wording;

import java.util.Map;
import java.util.StringJoiner;
import org.vfiooracle.contract.codec.EffectCodec;
import org.vfiooracle.engine.operation.Effect;

/** Effects in one line for people: {@code window-unset group A window 0}. */
public final class EffectText {
    private EffectText() {}

    /** Returns the line of an effect. */
    public static String of(Effect effect) {
        StringJoiner line = new StringJoiner(" ");
        for (Map.Entry<String, Object> entry : EffectCodec.encode(effect).entrySet()) {
            line.add(entry.getKey().equals("effect") ? effect.kind() : entry.getKey() + " " + entry.getValue());
        }
        return line.toString();
    }
}
