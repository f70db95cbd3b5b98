// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.steps.feature.ScenarioText;

/**
 * Where a scenario stands in the trees of the report: behaviours by area, feature and rule; suites the same; packages by
 * file. The generations it ran on are tags, the platforms are labels.
 */
final class Labels {
    private static final Set<String> SEVERITIES = Set.of("blocker", "critical", "normal", "minor", "trivial");

    private Labels() {}

    static List<Label> of(ScenarioReport report) {
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
        labels.add(label("severity", severity(text.tags())));
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

    private static String severity(List<String> tags) {
        Optional<String> named = tags.stream()
                .map(tag -> tag.substring(1))
                .filter(SEVERITIES::contains)
                .findFirst();
        return named.orElse("normal");
    }

    private static String packageOf(String path) {
        String name = path.startsWith("features/") ? path.substring("features/".length()) : path;
        return name.replaceFirst("\\.feature$", "").replace('.', '-').replace('/', '.');
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }
}
