// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import io.cucumber.core.gherkin.Pickle;
import java.util.List;
import java.util.Map;
import org.vfiooracle.steps.scene.Origin;
import org.vfiooracle.steps.scene.TableLine;

/**
 * A scenario, or one row of an outline, ready to run.
 *
 * @param origin its id and where it stands
 * @param line the line of the scenario or of the outline
 * @param text what the file says about it
 * @param row the cells of the outline row; empty for a plain scenario
 * @param rowLines where the rows of the table of each step that has one stand, by the line of the step
 * @param pickle what Cucumber runs
 */
public record ScenarioSource(
        Origin origin,
        int line,
        ScenarioText text,
        List<RowValue> row,
        Map<Integer, List<TableLine>> rowLines,
        Pickle pickle) {
    public ScenarioSource {
        row = List.copyOf(row);
        rowLines = Map.copyOf(rowLines);
    }
}
