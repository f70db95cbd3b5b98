// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vfiooracle.conformance.contrast.Contrast;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * What two platforms do differently.
 *
 * @param left a platform
 * @param right another
 * @param alike number of cases that both perform alike
 * @param differing the cases that they do not, by id
 * @param names names of the scenarios
 * @param onlyLeft cases that only the left one can run
 * @param onlyRight cases that only the right one can run
 */
public record ComparePage(
        PlatformId left,
        PlatformId right,
        int alike,
        List<Contrast> differing,
        Function<CaseId, String> names,
        List<CaseId> onlyLeft,
        List<CaseId> onlyRight)
        implements Page {
    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        TextTable table = TextTable.headed("id", "operation", left.toString(), right.toString(), "rules");
        for (Contrast contrast : differing) {
            table.row(
                    "@" + contrast.id(),
                    contrast.step() + " " + OperationText.of(contrast.operation()),
                    contrast.left(),
                    contrast.right(),
                    ContrastText.rules(contrast));
        }
        if (!differing.isEmpty()) {
            List<String> rows = table.lines("");
            lines.add(rows.get(0));
            for (int i = 0; i < differing.size(); i++) {
                lines.add(rows.get(i + 1));
                lines.add("    " + name(differing.get(i)) + ContrastText.further(differing.get(i)));
            }
            lines.add("");
        }
        only(left, onlyLeft, lines);
        only(right, onlyRight, lines);
        lines.add((alike + differing.size()) + " cases run on both: " + alike + " alike, " + differing.size()
                + " differ");
        return lines;
    }

    private void only(PlatformId platform, List<CaseId> ids, List<String> lines) {
        if (!ids.isEmpty()) {
            lines.add("only " + platform + " can run " + ids.size() + ":");
            ids.forEach(id -> lines.add("  @" + id + "  " + names.apply(id)));
            lines.add("");
        }
    }

    private String name(Contrast contrast) {
        return names.apply(contrast.id());
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("left", left.toString());
        json.put("right", right.toString());
        json.put("alike", alike);
        json.put(
                "differing",
                differing.stream()
                        .map(contrast -> ContrastText.json(contrast, name(contrast)))
                        .toList());
        json.put("only_left", onlyLeft.stream().map(CaseId::toString).toList());
        json.put("only_right", onlyRight.stream().map(CaseId::toString).toList());
        return json;
    }
}
