// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.Optional;
import java.util.stream.Collectors;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.ScenarioFailed;
import org.vfiooracle.steps.scene.Scene;

/** What has to hold when a scenario is over. */
public final class EndCheck {
    private EndCheck() {}

    /**
     * Checks that something was checked, that somebody runs the scenario, and that a table tells who does not. Nothing more is
     * asked of a scenario that is wrong already.
     *
     * @throws org.vfiooracle.steps.failure.ScenarioFailed when not
     */
    public static void of(Scene scene) {
        if (!scene.verdicts().any()) {
            throw failed(scene, "the scenario checks nothing", "end it with a Then");
        }
        if (!scene.testbed().whole() || scene.isWrong()) {
            return;
        }
        if (scene.running().isEmpty()) {
            throw failed(scene, "no platform runs the scenario: " + stopped(scene, false), "");
        }
        scene.notApplicable().forEach((platform, why) -> {
            if (!scene.verdicts().settled(platform) && scene.explained(platform, why)) {
                scene.rely(platform, why);
            }
        });
        String unsettled = unsettled(scene);
        if (!unsettled.isEmpty()) {
            throw failed(
                    scene,
                    "some platforms cannot run the scenario, and no table says so: " + unsettled,
                    "write the scenario in which that rule is the answer, or give \"it answers\" a table with n/a rows");
        }
    }

    /** The platforms that cannot run the scenario and of which no table says so, with the reason. */
    static String unsettled(Scene scene) {
        return stopped(scene, true);
    }

    private static ScenarioFailed failed(Scene scene, String message, String hint) {
        return new ScenarioFailed(Failure.at(
                        scene.origin().place(), Optional.of(scene.origin().id().toString()), message, hint)
                .as(Failure.Kind.PLATFORMS));
    }

    private static String stopped(Scene scene, boolean onlyUnsettled) {
        return scene.notApplicable().entrySet().stream()
                .filter(e -> !onlyUnsettled
                        || !scene.verdicts().settled(e.getKey()) && !scene.explained(e.getKey(), e.getValue()))
                .map(e -> e.getKey() + " at " + e.getValue())
                .collect(Collectors.joining("; "));
    }
}
