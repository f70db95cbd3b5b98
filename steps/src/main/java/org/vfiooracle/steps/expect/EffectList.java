// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.steps.scene.Scene;
import org.vfiooracle.steps.scene.Track;

/** What the hardware was told by the last call, in the spelling of tables; groups by their handles. */
public final class EffectList {
    /** The columns of a table of effects. */
    public static final List<Column> COLUMNS = List.of(
            Column.word("effect"),
            Column.word("group"),
            Column.count("window"),
            Column.address("start"),
            Column.size("size"),
            Column.size("page"),
            Column.address("iova"));

    private EffectList() {}

    /** The effects on a platform, in order. */
    public static List<Map<String, String>> of(Scene scene, Track track) {
        List<Map<String, String>> found = new ArrayList<>();
        track.last()
                .ifPresent(last -> last.outcome().effects().forEach(effect -> found.add(properties(scene, effect))));
        return found;
    }

    private static Map<String, String> properties(Scene scene, Effect effect) {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("effect", effect.kind());
        if (effect instanceof Effect.WindowSet set) {
            one.put("group", scene.script().handleOfGroup(set.group()));
            one.put("window", Integer.toString(set.window()));
            one.put("start", Hex.of(set.start()));
            one.put("size", ByteText.size(set.size()));
            one.put("page", ByteText.size(1L << set.pageShift()));
        } else if (effect instanceof Effect.WindowUnset unset) {
            one.put("group", scene.script().handleOfGroup(unset.group()));
            one.put("window", Integer.toString(unset.window()));
        } else if (effect instanceof Effect.Bypass bypass) {
            one.put("group", scene.script().handleOfGroup(bypass.group()));
        } else if (effect instanceof Effect.Tces tces) {
            one.put("iova", Hex.of(tces.iova()));
            one.put("size", ByteText.size(tces.size()));
        }
        return one;
    }
}
