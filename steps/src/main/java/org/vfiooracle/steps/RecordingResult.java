// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import java.util.List;
import java.util.stream.Stream;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.run.ScenarioRun;

/**
 * What a run came to.
 *
 * @param platforms the platforms, in the order of the corpus
 * @param runs the scenarios (each row of an outline is one), by file and line
 * @param failures all that is wrong, by place, each once
 */
public record RecordingResult(List<PlatformId> platforms, List<ScenarioRun> runs, List<Failure> failures) {
    public RecordingResult {
        platforms = List.copyOf(platforms);
        runs = List.copyOf(runs);
        failures = List.copyOf(failures);
    }

    /** Whether nothing is wrong. */
    public boolean passed() {
        return failures.isEmpty();
    }

    /** The fixtures of the scenarios that passed, in the order of the scenarios, then of the platforms. */
    public List<Fixture> fixtures() {
        return runs.stream().flatMap(run -> run.fixtures().stream()).toList();
    }

    /** The numbers that a summary tells. */
    public Counts counts() {
        long scenarios = runs.stream()
                .map(run -> run.source().origin().id().scenario())
                .distinct()
                .count();
        Stream<ScenarioRun> passed = runs.stream().filter(ScenarioRun::passed);
        return new Counts(
                (int) scenarios,
                runs.size(),
                (int) passed.count(),
                fixtures().size(),
                runs.stream().mapToInt(run -> run.notApplicable().size()).sum());
    }

    /**
     * Numbers of a run.
     *
     * @param scenarios scenarios; an outline is one
     * @param cases scenarios and rows of outlines
     * @param passed cases that passed
     * @param fixtures fixtures, one for each case that passed and each platform that runs it
     * @param notApplicable pairs of a case and a platform that cannot run it
     */
    public record Counts(int scenarios, int cases, int passed, int fixtures, int notApplicable) {}
}
