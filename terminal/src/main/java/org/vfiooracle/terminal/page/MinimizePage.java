// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.suite.Cover;

/**
 * The best small suite.
 *
 * @param platform as the user named it
 * @param cases how many cases there are to choose from
 * @param cover what was chosen
 */
public record MinimizePage(PlatformId platform, int cases, Cover cover) implements Page {
    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        int goals = cover.curve().isEmpty()
                ? 0
                : cover.curve().get(cover.curve().size() - 1).goals();
        lines.add(platform + ": " + cover.chosen().size() + " of " + cases + " cases catch " + goals + " of the "
                + cover.all() + " mistakes that all of them catch");
        lines.add("");
        lines.addAll(CurveText.of(cover));
        lines.add("");
        cover.chosen().forEach(one -> lines.add("@" + one.performed().id() + "  " + one.operations() + " calls"));
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("platform", platform.toString());
        tree.put("cases", cases);
        tree.put("goals", cover.all());
        tree.put(
                "chosen",
                cover.chosen().stream()
                        .map(one -> one.performed().id().toString())
                        .toList());
        tree.put("curve", CurveText.json(cover));
        return tree;
    }
}
