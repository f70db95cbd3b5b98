// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.run.ScenarioRun;
import org.vfiooracle.steps.scene.Origin;

/**
 * Scenarios as the platforms perform them.
 *
 * @param scenarios by file and line
 * @param failures what is wrong
 * @param all whether platforms stand apart that give the same answers
 */
public record TryPage(List<Tried> scenarios, List<Failure> failures, boolean all) implements Page {
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
        failures.forEach(failure -> {
            failure.text().lines().forEach(lines::add);
            lines.add("");
        });
        for (Tried tried : scenarios) {
            Origin origin = tried.run().source().origin();
            lines.add(origin.place() + " @" + origin.id() + " " + origin.name() + ": "
                    + (tried.run().passed() ? "passed" : "FAILED"));
            folded(tried.traces()).forEach(group -> trace(group, lines));
            Grouped.of(List.copyOf(tried.run().notApplicable().entrySet()), Map.Entry::getKey, one -> one.getValue()
                            .toString())
                    .forEach(group -> lines.add("  n/a on " + group.names() + ": " + group.what()));
            lines.add("");
        }
        long failed = scenarios.stream().filter(tried -> !tried.run().passed()).count();
        if (!failures.isEmpty()) {
            lines.add("What is wrong stands at the top.");
        }
        lines.add(scenarios.size() + " tried, " + failed + " failed; nothing was written");
        return lines;
    }

    private void trace(List<Grouped<TraceView>> alike, List<String> lines) {
        Grouped<TraceView> first = alike.get(0);
        lines.add("");
        lines.add("  on " + first.names());
        first.what().text().forEach(line -> lines.add("  " + line));
        if (alike.size() > 1) {
            List<PlatformId> others = alike.stream()
                    .skip(1)
                    .flatMap(group -> group.platforms().stream())
                    .toList();
            lines.add("  same answers, but other effects, windows or locked memory (--all shows them) on "
                    + new Grouped<>(others, "").names());
        }
    }

    /** The groups that answer alike together, unless all are wanted. */
    private List<List<Grouped<TraceView>>> folded(List<Grouped<TraceView>> traces) {
        Map<List<String>, List<Grouped<TraceView>>> alike = new LinkedHashMap<>();
        for (Grouped<TraceView> group : traces) {
            alike.computeIfAbsent(all ? group.what().text() : group.what().answers(), key -> new ArrayList<>())
                    .add(group);
        }
        return List.copyOf(alike.values());
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
