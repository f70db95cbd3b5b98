// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static java.util.stream.Collectors.toSet;

import io.qameta.allure.model.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.steps.feature.ScenarioText;

/**
 * Where a scenario stands in the trees of the report: behaviours by area, feature and rule; suites the same; packages by
 * file. The generations it ran on are tags, the platforms are labels.
 */
final class Labels {
    private static final Set<String> SEVERITIES = Set.of("blocker", "critical", "normal", "minor", "trivial");

    private Labels() {}

    static List<Label> of(ScenarioReport report, List<AnswerRow> rows) {
        ScenarioText text = report.text();
        String area = AreaTitle.of(report.id().area());
        List<Label> labels = new ArrayList<>();
        labels.add(label("epic", area));
        labels.add(label("feature", text.feature()));
        labels.add(label("parentSuite", area));
        labels.add(label("suite", text.feature()));
        text.rule().ifPresent(rule -> labels.add(label("story", rule)));
        text.rule().ifPresent(rule -> labels.add(label("subSuite", rule)));
        labels.add(label("package", packageOf(text.path())));
        labels.add(label("severity", severity(text.tags(), rows)));
        generations(report).forEach(generation -> labels.add(label("tag", generation)));
        otherTags(report).forEach(tag -> labels.add(label("tag", tag)));
        report.platforms().stream()
                .filter(Labels::ran)
                .forEach(
                        result -> labels.add(label("platform", result.platform().toString())));
        return labels;
    }

    private static List<String> generations(ScenarioReport report) {
        return report.platforms().stream()
                .filter(Labels::ran)
                .map(result -> result.platform().generation())
                .distinct()
                .toList();
    }

    private static boolean ran(PlatformResult result) {
        return result instanceof PlatformResult.Recorded || result instanceof PlatformResult.Wrong;
    }

    private static List<String> otherTags(ScenarioReport report) {
        return report.text().tags().stream()
                .map(tag -> tag.startsWith("@") ? tag.substring(1) : tag)
                .filter(tag -> !tag.equals(report.id().scenario()))
                .filter(tag -> !SEVERITIES.contains(tag))
                .distinct()
                .toList();
    }

    /** What a tag says; otherwise what the rules demand that decide, since a rule that an implementation may do without weighs less. */
    private static String severity(List<String> tags, List<AnswerRow> rows) {
        Optional<String> named = tags.stream()
                .map(tag -> tag.substring(1))
                .filter(SEVERITIES::contains)
                .findFirst();
        return named.orElseGet(() -> severity(rows));
    }

    private static String severity(List<AnswerRow> rows) {
        Set<Rule.Requirement> demanded = rows.stream()
                .filter(row -> !row.evidence().isEmpty() || !row.said().right())
                .flatMap(row -> Rules.find(row.said().rule()).stream())
                .map(Rule::requirement)
                .collect(toSet());
        return demanded.contains(Rule.Requirement.MUST) ? "critical" : demanded.isEmpty() ? "normal" : "minor";
    }

    private static String packageOf(String path) {
        String name = path.startsWith("features/") ? path.substring("features/".length()) : path;
        return name.replaceFirst("\\.feature$", "").replace('.', '-').replace('/', '.');
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }
}
