// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.Place;
import org.vfiooracle.steps.scene.Origin;
import org.vfiooracle.steps.scene.TableLine;

/**
 * The scenarios of a file.
 *
 * @param sources those that have an id, in order; an outline gives one for each row
 * @param failures why others are not among them
 */
public record Scenarios(List<ScenarioSource> sources, List<Failure> failures) {
    private static final String CASE = "case";

    public Scenarios {
        sources = List.copyOf(sources);
        failures = List.copyOf(failures);
    }

    /** Finds the scenarios of a file and their ids. */
    public static Scenarios of(FeatureFile file) {
        List<ScenarioSource> sources = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (ScenarioNode node : ScenarioNode.of(file.document())) {
            Optional<String> id = id(file, node, failures);
            for (Pickle pickle : file.parsed().map(Feature::getPickles).orElse(List.of())) {
                if (id.isPresent() && pickle.getScenarioLocation().getLine() == node.line()) {
                    source(file, node, id.get(), pickle, failures).ifPresent(sources::add);
                }
            }
        }
        return new Scenarios(sources, failures);
    }

    private static Optional<String> id(FeatureFile file, ScenarioNode node, List<Failure> failures) {
        List<String> ids = node.scenario().getTags().stream()
                .map(Tag::getName)
                .filter(Ids::isId)
                .toList();
        if (ids.size() == 1) {
            return Optional.of(ids.get(0).substring(1));
        }
        failures.add(Failure.at(
                Place.of(file.path(), node.line()),
                Optional.empty(),
                ids.isEmpty()
                        ? "the scenario \"" + node.scenario().getName() + "\" has no id"
                        : "the scenario has several ids: " + String.join(", ", ids),
                "give it one tag such as @ATTACH-012; ./oracle new scenario AREA prints the next free id"));
        return Optional.empty();
    }

    private static Optional<ScenarioSource> source(
            FeatureFile file, ScenarioNode node, String id, Pickle pickle, List<Failure> failures) {
        Place place = Place.of(file.path(), pickle.getLocation().getLine());
        List<RowValue> row = row(node, place.line());
        Optional<String> name =
                row.isEmpty() ? Optional.empty() : Optional.of(row.get(0).value());
        String full = id + name.map(n -> "." + n).orElse("");
        boolean titled = row.isEmpty() || row.get(0).column().equals(CASE);
        if (!titled || !Ids.isCase(full)) {
            failures.add(Failure.at(
                    place,
                    Optional.of(id),
                    titled
                            ? "\"" + name.orElse("") + "\" cannot name a row"
                            : "the first column of an outline is \"case\", found \""
                                    + row.get(0).column() + "\"",
                    "a row is named by lower-case letters, digits and hyphens, as in same-phb"));
            return Optional.empty();
        }
        return Optional.of(new ScenarioSource(
                new Origin(CaseId.parse(full), pickle.getName(), place),
                node.line(),
                text(file, node, pickle),
                row,
                rowLines(node),
                pickle));
    }

    private static List<RowValue> row(ScenarioNode node, int line) {
        List<RowValue> cells = new ArrayList<>();
        for (Examples examples : node.scenario().getExamples()) {
            List<TableCell> header =
                    examples.getTableHeader().map(TableRow::getCells).orElse(List.of());
            for (TableRow row : examples.getTableBody()) {
                if (row.getLocation().getLine().intValue() == line) {
                    for (int i = 0; i < header.size(); i++) {
                        cells.add(new RowValue(
                                header.get(i).getValue(), row.getCells().get(i).getValue()));
                    }
                }
            }
        }
        return cells;
    }

    private static ScenarioText text(FeatureFile file, ScenarioNode node, Pickle pickle) {
        return new ScenarioText(
                file.path(),
                file.document().getFeature().map(f -> f.getName()).orElse(""),
                node.rule().map(Rule::getName),
                pickle.getName(),
                Optional.ofNullable(node.scenario().getDescription()).orElse("").strip(),
                pickle.getTags());
    }

    private static Map<Integer, List<TableLine>> rowLines(ScenarioNode node) {
        Map<Integer, List<TableLine>> lines = new LinkedHashMap<>();
        for (Step step : node.steps()) {
            step.getDataTable()
                    .ifPresent(table -> lines.put(
                            step.getLocation().getLine().intValue(),
                            table.getRows().stream().map(Scenarios::place).toList()));
        }
        return lines;
    }

    private static TableLine place(TableRow row) {
        return new TableLine(
                row.getLocation().getLine().intValue(),
                row.getCells().stream()
                        .map(cell -> cell.getLocation()
                                .getColumn()
                                .map(Long::intValue)
                                .orElse(0))
                        .toList());
    }
}
