// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.vfiooracle.generator.suite.Cover;

/** How much is reached with how many cases, drawn. */
final class CurveText {
    private static final int CELLS = 50;

    private CurveText() {}

    /** Returns a line for 1, 2, 3, 5, 8, ... cases, and for all. */
    static List<String> of(Cover cover) {
        List<Cover.Point> curve = cover.curve();
        TreeSet<Integer> drawn = new TreeSet<>();
        for (int at = 1, before = 1; at <= curve.size(); ) {
            drawn.add(at);
            int next = at + before;
            before = at;
            at = next;
        }
        drawn.add(curve.size());
        List<String> lines = new ArrayList<>();
        for (int cases : drawn) {
            if (cases > 0) {
                Cover.Point point = curve.get(cases - 1);
                int full = cover.all() == 0 ? 0 : point.goals() * CELLS / cover.all();
                lines.add(String.format(
                        Locale.ROOT,
                        "%5d cases %6d calls %6d  %s",
                        point.cases(),
                        point.operations(),
                        point.goals(),
                        "#".repeat(full) + ".".repeat(CELLS - full)));
            }
        }
        return lines;
    }

    static List<Map<String, Object>> json(Cover cover) {
        List<Map<String, Object>> points = new ArrayList<>();
        for (Cover.Point point : cover.curve()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("cases", point.cases());
            tree.put("operations", point.operations());
            tree.put("seconds", point.seconds());
            tree.put("goals", point.goals());
            points.add(tree);
        }
        return points;
    }
}
