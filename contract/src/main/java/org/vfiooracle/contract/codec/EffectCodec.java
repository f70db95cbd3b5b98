// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.operation.Effect;

/** Effects as ordered maps: {@code effect} first. */
public final class EffectCodec {
    private static final List<String> KINDS =
            List.of("window-set", "window-unset", "bypass-off", "bypass-on", "tces-written", "tces-cleared");

    private EffectCodec() {}

    /** Returns {@code effect} as a map. */
    public static Map<String, Object> encode(Effect effect) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("effect", effect.kind());
        if (effect instanceof Effect.WindowSet set) {
            tree.put("group", set.group());
            tree.put("window", (long) set.window());
            tree.put("start", Hex.of(set.start()));
            tree.put("size", Hex.of(set.size()));
            tree.put("page_shift", (long) set.pageShift());
        } else if (effect instanceof Effect.WindowUnset unset) {
            tree.put("group", unset.group());
            tree.put("window", (long) unset.window());
        } else if (effect instanceof Effect.Bypass bypass) {
            tree.put("group", bypass.group());
        } else if (effect instanceof Effect.Tces tces) {
            tree.put("iova", Hex.of(tces.iova()));
            tree.put("size", Hex.of(tces.size()));
        }
        return tree;
    }

    /**
     * Reads an effect.
     *
     * @param path place of {@code tree} in its document
     * @throws CodecProblem when it is none
     */
    public static Effect decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Effect effect = take(fields);
        fields.end();
        return effect;
    }

    private static Effect take(Fields fields) {
        String kind = fields.text("effect");
        switch (kind) {
            case "window-set":
                return new Effect.WindowSet(
                        fields.text("group"),
                        fields.count("window"),
                        fields.hex("start"),
                        fields.hex("size"),
                        fields.count("page_shift"));
            case "window-unset":
                return new Effect.WindowUnset(fields.text("group"), fields.count("window"));
            case "bypass-off":
            case "bypass-on":
                return new Effect.Bypass(fields.text("group"), kind.equals("bypass-on"));
            case "tces-written":
            case "tces-cleared":
                return new Effect.Tces(kind.equals("tces-written"), fields.hex("iova"), fields.hex("size"));
            default:
                throw new CodecProblem(fields.path("effect"), "one of " + String.join(", ", KINDS), "\"" + kind + "\"");
        }
    }
}
