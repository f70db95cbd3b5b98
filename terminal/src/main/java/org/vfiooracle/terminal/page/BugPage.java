// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.advice.bugs.KnownBug;

/**
 * A known bug.
 *
 * @param bug the bug
 */
public record BugPage(KnownBug bug) implements Page {
    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(bug.name());
        lines.add("  " + bug.title());
        lines.add("");
        lines.add("  releases  " + bug.releases() + " (" + bug.fate() + ")");
        if (!bug.reason().isEmpty()) {
            lines.add((bug.expressible() ? "  note      " : "  no case can show it: ") + bug.reason());
        }
        if (!bug.shownBy().isEmpty()) {
            lines.add("  shown by  " + String.join(", ", bug.shownBy()));
            lines.add("            ./oracle explain " + bug.shownBy().get(0) + " tells more");
        }
        if (!bug.upstream().isEmpty()) {
            lines.add("  upstream  docs/explanation/" + bug.upstream());
        }
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bug", bug.id());
        json.put("title", bug.title());
        json.put("kind", bug.kind());
        json.put("releases", bug.releases());
        json.put("expressible", bug.expressible());
        json.put("reason", bug.reason());
        json.put("shown_by", bug.shownBy());
        json.put("upstream", bug.upstream());
        return json;
    }
}
