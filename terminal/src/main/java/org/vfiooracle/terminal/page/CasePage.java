// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recorded cases, explained.
 *
 * @param cases by id
 */
public record CasePage(List<Explained> cases) implements Page {
    /**
     * One case.
     *
     * @param id its id
     * @param feature the file that its scenario is in; empty for a case from elsewhere
     * @param views how the platforms perform it
     * @param evidence what the fixture of each platform rests on, in words
     */
    public record Explained(String id, String feature, List<Grouped<TraceView>> views, Map<String, String> evidence) {
        public Explained {
            views = List.copyOf(views);
        }
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        for (Explained one : cases) {
            lines.add("@" + one.id() + (one.feature().isEmpty() ? "" : " " + one.feature()));
            for (Grouped<TraceView> group : one.views()) {
                lines.add("");
                group.strings()
                        .forEach(platform -> lines.add("  on " + platform + " ("
                                + one.evidence().getOrDefault(platform, "no evidence") + ")"));
                group.what().text().forEach(line -> lines.add("  " + line));
            }
            lines.add("");
        }
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cases", cases.stream().map(CasePage::json).toList());
        return json;
    }

    private static Map<String, Object> json(Explained one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", one.id());
        json.put("feature", one.feature());
        List<Map<String, Object>> on = new ArrayList<>();
        for (Grouped<TraceView> group : one.views()) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("platforms", group.strings());
            view.put("operations", group.what().json());
            on.add(view);
        }
        json.put("on", on);
        json.put("evidence", one.evidence());
        return json;
    }
}
