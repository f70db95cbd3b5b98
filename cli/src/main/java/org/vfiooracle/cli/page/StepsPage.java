// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.cli.output.Page;
import org.vfiooracle.steps.vocabulary.VocabularyStep;

/**
 * Steps of the vocabulary.
 *
 * @param steps the steps, Givens first
 * @param onlyNear they are not what was asked for, but near to it
 */
public record StepsPage(List<VocabularyStep> steps, boolean onlyNear) implements Page {
    public StepsPage {
        steps = List.copyOf(steps);
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
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exact", !onlyNear);
        json.put("steps", steps.stream().map(StepsPage::json).toList());
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
