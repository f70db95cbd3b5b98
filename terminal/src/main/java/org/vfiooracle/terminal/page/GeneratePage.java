// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.suite.Cover;

/**
 * A suite that was made.
 *
 * @param platform as the user named it
 * @param goal what its cases are for
 * @param cover the cases
 * @param known how many goals there are that can be reached
 * @param folder where the cases are
 * @param boot what a boot of the machine takes, in seconds
 */
public record GeneratePage(PlatformId platform, String goal, Cover cover, int known, String folder, int boot)
        implements Page {
    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        Cover.Point end = end();
        lines.add(platform + ": " + end.cases() + " cases with " + end.operations() + " calls reach " + end.goals()
                + " of " + known + " goals (" + goal + ")");
        lines.add(String.format(
                Locale.ROOT, "about %.0f seconds on a machine, %d of them for its boot", end.seconds() + boot, boot));
        lines.add("");
        lines.addAll(CurveText.of(cover));
        lines.add("");
        lines.add("cases: " + folder);
        lines.add("try:   ./oracle run --adapter CMD " + folder);
        return lines;
    }

    private Cover.Point end() {
        return cover.curve().isEmpty()
                ? new Cover.Point(0, 0, 0, 0)
                : cover.curve().get(cover.curve().size() - 1);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("platform", platform.toString());
        tree.put("goal", goal);
        tree.put("cases", end().cases());
        tree.put("operations", end().operations());
        tree.put("seconds", end().seconds() + boot);
        tree.put("goals", end().goals());
        tree.put("of", known);
        tree.put("folder", folder);
        tree.put("curve", CurveText.json(cover));
        return tree;
    }
}
