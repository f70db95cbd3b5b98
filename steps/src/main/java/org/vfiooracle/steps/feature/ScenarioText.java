// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import java.util.List;
import java.util.Optional;

/**
 * What a feature file says about a scenario. No line number: lines move when the file is edited.
 *
 * @param path the feature file, with / and relative to the checkout
 * @param feature title of the feature
 * @param rule sentence of the rule that the scenario stands under, if it stands under one
 * @param title title of the scenario, with the values of the outline row
 * @param description free text below the title; may be empty
 * @param tags all tags that apply, with @
 */
public record ScenarioText(
        String path, String feature, Optional<String> rule, String title, String description, List<String> tags) {
    public ScenarioText {
        tags = List.copyOf(tags);
    }
}
