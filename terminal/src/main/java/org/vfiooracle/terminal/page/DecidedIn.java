// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.corpus.explain.Decisions.Decision;

/** Where a rule or a deviation has decided: the cases, each with its platforms. */
final class DecidedIn {
    private final Map<CaseId, Map<String, List<Integer>>> cases = new TreeMap<>();
    private final int operations;

    DecidedIn(List<Decision> decisions) {
        operations = decisions.size();
        for (Decision decision : decisions) {
            cases.computeIfAbsent(decision.id(), id -> new TreeMap<>())
                    .computeIfAbsent(decision.platform().toString(), platform -> new ArrayList<>())
                    .add(decision.step());
        }
    }

    /** {@code decided 12 operations in 9 fixtures of 2 cases}, then a line for each case, all below a name. */
    List<String> below() {
        List<String> decided = text();
        List<String> lines = new ArrayList<>();
        lines.add("  decided " + decided.get(0));
        decided.stream().skip(1).map(line -> "  " + line).forEach(lines::add);
        return lines;
    }

    /** {@code 12 operations in 9 fixtures of 2 cases}. */
    String summary() {
        return text().get(0);
    }

    private List<String> text() {
        List<String> lines = new ArrayList<>();
        int fixtures = cases.values().stream().mapToInt(Map::size).sum();
        lines.add(
                operations == 0
                        ? "no fixture"
                        : count(operations, "operation") + " in " + count(fixtures, "fixture") + " of "
                                + count(cases.size(), "case"));
        cases.forEach((id, platforms) -> lines.add("  @" + id + " on " + String.join(", ", platforms.keySet())));
        return lines;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    List<Map<String, Object>> json() {
        List<Map<String, Object>> list = new ArrayList<>();
        cases.forEach((id, platforms) -> platforms.forEach((platform, steps) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", id.toString());
            entry.put("platform", platform);
            entry.put("steps", steps);
            list.add(entry);
        }));
        return list;
    }
}
