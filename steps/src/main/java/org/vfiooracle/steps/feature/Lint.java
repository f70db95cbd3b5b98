// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.Place;

/**
 * What feature files have to look like.
 *
 * @param registry the tags that may be used
 */
record Lint(TagRegistry registry) {
    static final int LONGEST_NAME = 80;
    static final int MOST_ROWS = 25;
    static final int MOST_LINES = 250;

    /** Returns what is wrong with a file. */
    List<Failure> of(FeatureFile file) {
        List<Failure> failures = new ArrayList<>();
        length(file, failures);
        Map<String, Integer> names = new HashMap<>();
        List<ScenarioNode> scenarios = ScenarioNode.of(file.document());
        file.document()
                .getFeature()
                .ifPresent(feature -> tags(file, shared(feature, scenarios), Optional.empty(), failures));
        for (ScenarioNode node : scenarios) {
            name(file, node, names, failures);
            area(file, node, failures);
            tables(file, node, failures);
            tags(file, own(node), Optional.of(node), failures);
        }
        return failures;
    }

    private static void length(FeatureFile file, List<Failure> failures) {
        if (file.lines() > MOST_LINES) {
            failures.add(Failure.at(
                    Place.of(file.path(), MOST_LINES + 1),
                    Optional.empty(),
                    "a feature file has at most " + MOST_LINES + " lines, this one has " + file.lines(),
                    "move some of its rules to a file of their own"));
        }
    }

    private static void name(FeatureFile file, ScenarioNode node, Map<String, Integer> names, List<Failure> failures) {
        String name = node.scenario().getName();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            failures.add(at(
                    file,
                    node,
                    node.line(),
                    "a scenario has a name of 1 to " + LONGEST_NAME + " characters, this one has " + name.length()));
        }
        Integer first = names.putIfAbsent(name, node.line());
        if (first != null) {
            failures.add(at(
                    file,
                    node,
                    node.line(),
                    "the name \"" + name + "\" is that of the scenario in line " + first + ", too"));
        }
    }

    private static void area(FeatureFile file, ScenarioNode node, List<Failure> failures) {
        String[] path = file.path().split("/");
        boolean inArea = path.length > 2 && path[0].equals(Library.FOLDER);
        id(node).filter(id -> inArea && !CaseId.parse(id).area().equals(path[1]))
                .ifPresent(id -> failures.add(at(
                        file,
                        node,
                        node.line(),
                        "the id @" + id + " belongs to the area "
                                + CaseId.parse(id).area() + ", and this is the folder of " + path[1])));
    }

    private static void tables(FeatureFile file, ScenarioNode node, List<Failure> failures) {
        for (Step step : node.scenario().getSteps()) {
            step.getDataTable()
                    .map(table -> table.getRows())
                    .ifPresent(all -> rows(file, node, all.subList(1, all.size()), failures));
        }
        for (Examples examples : node.scenario().getExamples()) {
            rows(file, node, examples.getTableBody(), failures);
        }
    }

    private static void rows(FeatureFile file, ScenarioNode node, List<TableRow> rows, List<Failure> failures) {
        if (rows.size() > MOST_ROWS) {
            int line = rows.get(0).getLocation().getLine().intValue();
            failures.add(
                    at(file, node, line, "a table has at most " + MOST_ROWS + " rows, this one has " + rows.size()));
        }
    }

    private static List<Tag> own(ScenarioNode node) {
        List<Tag> tags = new ArrayList<>(node.scenario().getTags());
        node.scenario().getExamples().forEach(examples -> tags.addAll(examples.getTags()));
        return tags;
    }

    private static List<Tag> shared(Feature feature, List<ScenarioNode> scenarios) {
        List<Tag> tags = new ArrayList<>(feature.getTags());
        scenarios.stream()
                .flatMap(node -> node.rule().stream())
                .map(Rule::getTags)
                .forEach(tags::addAll);
        return tags.stream().distinct().toList();
    }

    private void tags(FeatureFile file, List<Tag> tags, Optional<ScenarioNode> node, List<Failure> failures) {
        Optional<String> id = node.flatMap(Lint::id);
        for (Tag tag : tags) {
            Place place = Place.of(file.path(), tag.getLocation().getLine().intValue());
            if (node.isEmpty() && Ids.isId(tag.getName())) {
                failures.add(Failure.at(
                        place, Optional.empty(), "the id " + tag.getName() + " is not that of one scenario", ""));
            } else if (!Ids.isId(tag.getName()) && !registry.tags().contains(tag.getName())) {
                failures.add(Failure.at(
                        place,
                        id,
                        "the tag " + tag.getName() + " is not in " + TagRegistry.FILE,
                        registry.tags().isEmpty()
                                ? "register it there, with what it means"
                                : "registered: " + String.join(", ", new TreeSet<>(registry.tags()))));
            }
        }
    }

    private static Optional<String> id(ScenarioNode node) {
        return node.scenario().getTags().stream()
                .map(Tag::getName)
                .filter(Ids::isId)
                .map(tag -> tag.substring(1))
                .findFirst();
    }

    private static Failure at(FeatureFile file, ScenarioNode node, int line, String message) {
        return Failure.at(Place.of(file.path(), line), id(node), message, "");
    }
}
