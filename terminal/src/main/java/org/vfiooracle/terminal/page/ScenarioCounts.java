// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.steps.RecordingResult;

/** How many scenarios there were, and what is wrong with them. */
final class ScenarioCounts {
    private ScenarioCounts() {}

    static List<String> failures(RecordingResult result) {
        List<String> lines = new ArrayList<>();
        result.failures().forEach(failure -> {
            lines.addAll(failure.text().lines().toList());
            lines.add("");
        });
        return lines;
    }

    static String line(RecordingResult result) {
        RecordingResult.Counts counts = result.counts();
        return "scenarios  " + counts.scenarios() + " with " + counts.cases() + " cases on "
                + result.platforms().size() + " platforms: " + counts.passed() + " passed, "
                + (counts.cases() - counts.passed()) + " failed, " + counts.notApplicable() + " times n/a";
    }

    static Map<String, Object> json(RecordingResult result) {
        RecordingResult.Counts counts = result.counts();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("failures", FailureJson.of(result.failures()));
        json.put("scenarios", counts.scenarios());
        json.put("cases", counts.cases());
        json.put("passed", counts.passed());
        json.put("not_applicable", counts.notApplicable());
        return json;
    }
}
