// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import org.vfiooracle.steps.expect.EndCheck;
import org.vfiooracle.steps.scene.Scene;

/** What holds for every scenario that got to its end. */
public final class EndOfScenario {
    private final Scene scene;

    public EndOfScenario(Scene scene) {
        this.scene = scene;
    }

    /** Checks that the scenario checked something, and on every platform. */
    @After
    public void check(Scenario scenario) {
        if (scenario.getStatus() == Status.PASSED) {
            EndCheck.of(scene);
        }
    }
}
