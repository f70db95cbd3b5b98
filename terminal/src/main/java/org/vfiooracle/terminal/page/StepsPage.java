// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vfiooracle.contract.platforms.PlatformPattern;
import org.vfiooracle.steps.platforms.NamedSet;
import org.vfiooracle.steps.platforms.PlatformSets;
import org.vfiooracle.steps.vocabulary.VocabularyStep;

/**
 * Steps of the vocabulary, and the sets of platforms that their tables can name.
 *
 * @param steps the steps, Givens first
 * @param sets the sets of platforms
 * @param onlyNear the steps are not what was asked for, but near to it
 */
public record StepsPage(List<VocabularyStep> steps, List<NamedSet> sets, boolean onlyNear) implements Page {
    public StepsPage {
        steps = List.copyOf(steps);
        sets = List.copyOf(sets);
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        if (onlyNear) {
            lines.addAll(
                    steps.isEmpty()
                            ? List.of("No step contains all these words, and none is similar.")
                            : List.of("No step contains all these words. Similar steps:", ""));
        }
        for (VocabularyStep step : steps) {
            lines.add(step.kind().keyword() + " " + step.text());
            lines.add("    " + step.meaning());
            step.example().lines().forEach(line -> lines.add("    | " + line));
        }
        if (!sets.isEmpty()) {
            lines.add("Sets of platforms, for the column platforms (" + PlatformSets.FILE + ")");
        }
        for (NamedSet set : sets) {
            lines.add("    " + set.name());
            lines.add("        " + selectors(set) + " - " + set.meaning());
        }
        return lines;
    }

    private static String selectors(NamedSet set) {
        return set.selectors().stream().map(PlatformPattern::toString).collect(Collectors.joining("; "));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exact", !onlyNear);
        json.put("steps", steps.stream().map(StepsPage::json).toList());
        json.put("sets", sets.stream().map(StepsPage::json).toList());
        return json;
    }

    private static Map<String, Object> json(NamedSet set) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", set.name());
        json.put("platforms", selectors(set));
        json.put("meaning", set.meaning());
        return json;
    }

    private static Map<String, Object> json(VocabularyStep step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("keyword", step.kind().keyword());
        json.put("text", step.text());
        json.put("meaning", step.meaning());
        json.put("example", step.example());
        return json;
    }
}
