// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scenario, or an outline, as it stands in its file.
 *
 * @param scenario what stands there
 * @param rule the rule it is under, if it is under one
 * @param background the steps that come before its own
 * @param inherited tags of the feature and of the rule
 */
record ScenarioNode(Scenario scenario, Optional<Rule> rule, List<Step> background, List<Tag> inherited) {
    /** Returns the scenarios of a file, in order. */
    static List<ScenarioNode> of(GherkinDocument document) {
        List<ScenarioNode> found = new ArrayList<>();
        document.getFeature().ifPresent(feature -> {
            List<Step> background = new ArrayList<>();
            for (FeatureChild child : feature.getChildren()) {
                child.getBackground().ifPresent(b -> background.addAll(b.getSteps()));
                child.getScenario()
                        .ifPresent(s -> found.add(
                                new ScenarioNode(s, Optional.empty(), List.copyOf(background), feature.getTags())));
                child.getRule().ifPresent(r -> found.addAll(ofRule(r, background, feature.getTags())));
            }
        });
        return found;
    }

    private static List<ScenarioNode> ofRule(Rule rule, List<Step> outer, List<Tag> tags) {
        List<ScenarioNode> found = new ArrayList<>();
        List<Step> background = new ArrayList<>(outer);
        List<Tag> inherited = new ArrayList<>(tags);
        inherited.addAll(rule.getTags());
        for (RuleChild child : rule.getChildren()) {
            child.getBackground().ifPresent(b -> background.addAll(b.getSteps()));
            child.getScenario()
                    .ifPresent(s -> found.add(
                            new ScenarioNode(s, Optional.of(rule), List.copyOf(background), List.copyOf(inherited))));
        }
        return found;
    }

    /** The line of its first word. */
    int line() {
        return scenario.getLocation().getLine().intValue();
    }

    /** All steps, those of the background first. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>(background);
        steps.addAll(scenario.getSteps());
        return steps;
    }
}
