// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.contract.wording.OutcomeText;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.site.facts.CaseFacts;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.Chip;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Links;

/** Makes the table of operations of a case. */
final class OperationTables {
    private OperationTables() {}

    static OperationTable of(CaseFacts facts, SiteFacts site) {
        Map<List<OperationTable.Cell>, List<PlatformId>> columns = new LinkedHashMap<>();
        for (Fixture fixture : facts.fixtures().values()) {
            columns.computeIfAbsent(column(facts, fixture), any -> new ArrayList<>())
                    .add(fixture.platform());
        }
        List<List<OperationTable.Cell>> cells = List.copyOf(columns.keySet());
        List<Operation> operations = facts.operations();
        List<OperationTable.Line> lines = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            int at = i;
            lines.add(new OperationTable.Line(
                    i + 1,
                    OperationText.of(operations.get(i)),
                    Links.call(operations.get(i).name()),
                    i == facts.run().asked(),
                    folded(cells.stream().map(column -> column.get(at)).toList())));
        }
        return new OperationTable(columns.values().stream().map(site::spans).toList(), lines);
    }

    private static List<OperationTable.Cell> column(CaseFacts facts, Fixture fixture) {
        List<OperationTable.Cell> column = new ArrayList<>();
        for (int i = 0; i < fixture.steps().size(); i++) {
            RecordedStep step = fixture.steps().get(i);
            boolean told = i == facts.run().asked() || !step.outcome().answer().succeeded();
            column.add(new OperationTable.Cell(
                    Chip.of(step.outcome().answer()),
                    OutcomeText.fields(step.outcome().out()),
                    told ? Links.rule(step.rule()) : Link.none(""),
                    1));
        }
        return column;
    }

    private static List<OperationTable.Cell> folded(List<OperationTable.Cell> cells) {
        List<OperationTable.Cell> folded = new ArrayList<>();
        OperationTable.Cell before = null;
        for (OperationTable.Cell cell : cells) {
            if (cell.equals(before)) {
                OperationTable.Cell last = folded.get(folded.size() - 1);
                folded.set(
                        folded.size() - 1,
                        new OperationTable.Cell(last.answer(), last.out(), last.rule(), last.span() + 1));
            } else {
                folded.add(cell);
            }
            before = cell;
        }
        return folded;
    }
}
