// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.format.FixtureHash;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;

/**
 * How a committed fixture differs from what the model says now.
 *
 * @param path relative to the root of the checkout
 * @param diff unified, without file names, line numbers, platform and hash: equal where the same thing changed
 * @param remark what is wrong with the file itself: edited by hand, or no fixture at all; empty when nothing is
 */
public record FixtureChange(String path, List<String> diff, String remark) {
    private static final int CONTEXT = 3;
    private static final int FILE_NAMES = 2;

    static FixtureChange of(String path, String committed, String recorded) {
        List<String> old = told(committed);
        List<String> now = told(recorded);
        boolean same = old.equals(now);
        Patch<String> patch = DiffUtils.diff(
                same ? committed.lines().toList() : old, same ? recorded.lines().toList() : now);
        List<String> unified = UnifiedDiffUtils.generateUnifiedDiff(
                path, path, same ? committed.lines().toList() : old, patch, CONTEXT);
        List<String> hunks = unified.stream()
                .skip(FILE_NAMES)
                .map(line -> line.startsWith("@@ ") ? "@@" : line)
                .toList();
        return new FixtureChange(
                path, hunks.isEmpty() ? List.of("(only line ends differ)") : hunks, remark(committed, path));
    }

    private static List<String> told(String text) {
        List<String> told = new ArrayList<>();
        text.lines()
                .filter(line -> !line.startsWith("hash: ") && !line.startsWith("platform: "))
                .forEach(told::add);
        return told;
    }

    private static String remark(String committed, String path) {
        try {
            if (!(StrictYaml.read(committed, path).value() instanceof Map<?, ?> map)) {
                return "it is no fixture";
            }
            Map<String, Object> tree = new java.util.LinkedHashMap<>();
            map.forEach((key, value) -> tree.put((String) key, value));
            return FixtureHash.ofTree(tree).equals(tree.get("hash"))
                    ? ""
                    : "it was edited by hand: its hash is not that of its content";
        } catch (YamlProblem e) {
            return String.valueOf(e.getMessage());
        }
    }
}
