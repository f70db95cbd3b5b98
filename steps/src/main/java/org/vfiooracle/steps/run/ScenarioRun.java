// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.feature.ScenarioSource;
import org.vfiooracle.steps.scene.NotApplicable;

/**
 * What a scenario, or one row of an outline, came to.
 *
 * @param source what was run
 * @param performed what each platform that runs it answered, in the order of the platforms; when the scenario failed, as far
 *     as it got
 * @param asked index of the operation that the scenario is about
 * @param notApplicable the platforms that do not run it, and why
 * @param steps its steps with what they came to
 * @param failures what is wrong with it; empty when it passed
 * @param began when it began
 * @param took how long it took on all platforms
 */
public record ScenarioRun(
        ScenarioSource source,
        List<Fixture> performed,
        int asked,
        SortedMap<PlatformId, NotApplicable> notApplicable,
        List<ReportedStep> steps,
        List<Failure> failures,
        Instant began,
        Duration took) {
    public ScenarioRun {
        performed = List.copyOf(performed);
        notApplicable = Collections.unmodifiableSortedMap(new TreeMap<>(notApplicable));
        steps = List.copyOf(steps);
        failures = List.copyOf(failures);
    }

    /** Whether everything that it says holds. */
    public boolean passed() {
        return failures.isEmpty();
    }

    /** What is recorded of it: nothing when it failed. */
    public List<Fixture> fixtures() {
        return passed() ? performed : List.of();
    }
}
