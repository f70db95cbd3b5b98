// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.cli.output.Page;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.run.ScenarioRun;

/**
 * Scenarios as the platforms perform them.
 *
 * @param scenarios by file and line
 * @param failures what is wrong
 */
public record TryPage(List<Tried> scenarios, List<Failure> failures) implements Page {
    /**
     * One scenario, or one row of an outline.
     *
     * @param run what it came to
     * @param traces its operations, for platforms that perform them alike
     */
    public record Tried(ScenarioRun run, List<Grouped<TraceView>> traces) {
        public Tried {
            traces = List.copyOf(traces);
        }
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        for (Tried tried : scenarios) {
            lines.add(tried.run().source().origin().place() + " @"
                    + tried.run().source().origin().id() + " "
                    + tried.run().source().origin().name() + ": " + (tried.run().passed() ? "passed" : "FAILED"));
            for (Grouped<TraceView> group : tried.traces()) {
                lines.add("");
                lines.add("  on " + group.names());
                group.what().text().forEach(line -> lines.add("  " + line));
            }
            Grouped.of(List.copyOf(tried.run().notApplicable().entrySet()), Map.Entry::getKey, one -> one.getValue()
                            .toString())
                    .forEach(group -> lines.add("  n/a on " + group.names() + ": " + group.what()));
            lines.add("");
        }
        failures.forEach(failure -> {
            failure.text().lines().forEach(lines::add);
            lines.add("");
        });
        lines.add(scenarios.size() + " tried, "
                + scenarios.stream().filter(tried -> !tried.run().passed()).count() + " failed; nothing was written");
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenarios", scenarios.stream().map(TryPage::json).toList());
        json.put("failures", FailureJson.of(failures));
        return json;
    }

    private static Map<String, Object> json(Tried tried) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", tried.run().source().origin().id().toString());
        json.put("name", tried.run().source().origin().name());
        json.put("place", tried.run().source().origin().place().toString());
        json.put("passed", tried.run().passed());
        List<Map<String, Object>> on = new ArrayList<>();
        for (Grouped<TraceView> group : tried.traces()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("platforms", group.strings());
            one.put("operations", group.what().json());
            on.add(one);
        }
        json.put("on", on);
        Map<String, Object> notApplicable = new LinkedHashMap<>();
        tried.run().notApplicable().forEach((platform, why) -> notApplicable.put(platform.toString(), why.toString()));
        json.put("not_applicable", notApplicable);
        return json;
    }
}
