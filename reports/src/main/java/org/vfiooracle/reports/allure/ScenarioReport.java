// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.steps.feature.RowValue;
import org.vfiooracle.steps.feature.ScenarioText;
import org.vfiooracle.steps.run.ReportedStep;

/**
 * What one scenario, or one row of an outline, came to on all platforms: everything that the report shows of it.
 *
 * @param id the case; the report's identity of the scenario, so that a history survives an edited feature file
 * @param text what the feature file says about it
 * @param row the row of the outline, in the order of its columns; empty for a plain scenario
 * @param steps its steps, those of the background first
 * @param platforms one for each platform of the corpus that was tried, in the order of the corpus
 * @param failure why it failed, if it did
 * @param began when it began
 * @param took how long all platforms took
 */
public record ScenarioReport(
        CaseId id,
        ScenarioText text,
        List<RowValue> row,
        List<ReportedStep> steps,
        List<PlatformResult> platforms,
        Optional<ScenarioFailure> failure,
        Instant began,
        Duration took) {
    public ScenarioReport {
        row = List.copyOf(row);
        steps = List.copyOf(steps);
        platforms = List.copyOf(platforms);
    }

    /** What was recorded, in the order of the corpus. */
    List<Fixture> recorded() {
        return platforms.stream()
                .flatMap(result -> result instanceof PlatformResult.Recorded recorded
                        ? Stream.of(recorded.fixture())
                        : Stream.empty())
                .toList();
    }

    /** What is not as expected, in the order of the corpus. */
    List<PlatformResult.Wrong> wrong() {
        return platforms.stream()
                .flatMap(result -> result instanceof PlatformResult.Wrong wrong ? Stream.of(wrong) : Stream.empty())
                .toList();
    }
}
