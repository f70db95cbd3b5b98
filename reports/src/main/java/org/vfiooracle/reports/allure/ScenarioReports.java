// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.corpus.evidence.Evidence;
import org.vfiooracle.corpus.explain.Tracer;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.run.ScenarioRun;
import org.vfiooracle.steps.scene.NotApplicable;

/** Tells the report what scenarios came to. */
public final class ScenarioReports {
    private final List<PlatformId> platforms;
    private final Function<Fixture, Evidence> evidence;
    private final Tracer tracer;

    /**
     * Prepares to tell.
     *
     * @param platforms the platforms of the run, in order
     * @param evidence what a fixture rests on
     * @param tracer performs again what is wrong, to show the state before it
     */
    public ScenarioReports(List<PlatformId> platforms, Function<Fixture, Evidence> evidence, Tracer tracer) {
        this.platforms = List.copyOf(platforms);
        this.evidence = evidence;
        this.tracer = tracer;
    }

    /** Returns what the report shows of a run. */
    public ScenarioReport of(ScenarioRun run) {
        return new ScenarioReport(
                run.source().origin().id(),
                run.source().text(),
                run.source().row(),
                run.steps(),
                results(run),
                failure(run),
                run.began(),
                run.took());
    }

    private List<PlatformResult> results(ScenarioRun run) {
        Map<PlatformId, Fixture> performed = new LinkedHashMap<>();
        run.performed().forEach(fixture -> performed.put(fixture.platform(), fixture));
        Map<PlatformId, String> wrong = wrong(run);
        List<PlatformResult> results = new ArrayList<>();
        for (PlatformId platform : platforms) {
            Fixture fixture = performed.get(platform);
            NotApplicable why = run.notApplicable().get(platform);
            String expected = wrong.get(platform);
            if (fixture != null && expected != null) {
                results.add(new PlatformResult.Wrong(
                        fixture, run.asked(), tracer.of(fixture).steps().get(run.asked()), expected));
            } else if (fixture != null) {
                results.add(new PlatformResult.Recorded(fixture, run.asked(), evidence.apply(fixture)));
            } else if (why != null) {
                results.add(notApplicable(platform, why));
            }
        }
        return results;
    }

    private static PlatformResult notApplicable(PlatformId platform, NotApplicable why) {
        return why.rule().isPresent()
                ? new PlatformResult.NotApplicable(platform, why.rule().get(), why.toString())
                : new PlatformResult.Unanswered(platform, why.toString());
    }

    private static Map<PlatformId, String> wrong(ScenarioRun run) {
        Map<PlatformId, String> wrong = new LinkedHashMap<>();
        for (Failure failure : run.failures()) {
            String message = failure.message().stream().findFirst().orElse("");
            failure.platforms().forEach(platform -> wrong.putIfAbsent(platform, message));
        }
        return wrong;
    }

    private static Optional<ScenarioFailure> failure(ScenarioRun run) {
        String all = run.failures().stream().map(Failure::text).collect(Collectors.joining("\n\n"));
        return run.failures().stream().findFirst().map(first -> new ScenarioFailure(kind(first.kind()), all));
    }

    private static ScenarioFailure.Kind kind(Failure.Kind kind) {
        return switch (kind) {
            case EXPECTATION -> ScenarioFailure.Kind.WRONG_EXPECTATION;
            case PLATFORMS -> ScenarioFailure.Kind.PLATFORM_NOT_MATCHED;
            case UNDEFINED_STEP -> ScenarioFailure.Kind.UNDEFINED_STEP;
            case FEATURE -> ScenarioFailure.Kind.FEATURE_FILE;
        };
    }
}
