// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vfiooracle.conformance.contrast.Contrast;
import org.vfiooracle.conformance.contrast.ProgramComparison;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * What two programs do differently.
 *
 * @param left a program
 * @param right another
 * @param comparison what was found
 * @param names names of the scenarios
 */
public record ProgramsPage(String left, String right, ProgramComparison comparison, Function<CaseId, String> names)
        implements Page {
    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        TextTable table = TextTable.headed("id", "operation", left, right, "rules");
        comparison
                .differing()
                .keySet()
                .forEach(contrast -> table.row(
                        "@" + contrast.id(),
                        contrast.step() + " " + OperationText.of(contrast.operation()),
                        contrast.left(),
                        contrast.right(),
                        ContrastText.rules(contrast)));
        if (!comparison.differing().isEmpty()) {
            List<String> rows = table.lines("");
            lines.add(rows.get(0));
            int row = 1;
            for (Map.Entry<Contrast, List<PlatformId>> one :
                    comparison.differing().entrySet()) {
                lines.add(rows.get(row++));
                lines.add("    " + names.apply(one.getKey().id()) + " (" + on(one.getValue()) + ")"
                        + ContrastText.further(one.getKey()));
            }
            lines.add("");
        }
        int all = comparison.alike() + differ() + comparison.notModelled();
        lines.add(all + " cases: " + comparison.alike() + " alike, " + differ() + " differ, " + comparison.notModelled()
                + " not comparable because one program lacks an operation");
        return lines;
    }

    private int differ() {
        return comparison.differing().values().stream().mapToInt(List::size).sum();
    }

    private static String on(List<PlatformId> platforms) {
        return platforms.size() == 1
                ? platforms.get(0).toString()
                : platforms.get(0) + " and " + (platforms.size() - 1) + " more";
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("left", left);
        json.put("right", right);
        json.put("alike", comparison.alike());
        json.put("not_modelled", comparison.notModelled());
        List<Map<String, Object>> differing = new ArrayList<>();
        comparison.differing().forEach((contrast, platforms) -> differing.add(one(contrast, platforms)));
        json.put("differing", differing);
        return json;
    }

    private Map<String, Object> one(Contrast contrast, List<PlatformId> platforms) {
        Map<String, Object> json = ContrastText.json(contrast, names.apply(contrast.id()));
        json.put("platforms", platforms.stream().map(PlatformId::toString).toList());
        return json;
    }
}
