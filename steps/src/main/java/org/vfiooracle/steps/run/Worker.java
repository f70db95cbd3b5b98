// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.run;

import io.cucumber.core.eventbus.EventBus;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runner.Runner;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.TimeServiceEventBus;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.feature.ScenarioSource;
import org.vfiooracle.steps.glue.Glue;
import org.vfiooracle.steps.scene.Scene;
import org.vfiooracle.steps.scene.Testbed;
import org.vfiooracle.steps.vocabulary.Vocabulary;

/** Runs scenarios, one after the other; a thread has its own. */
final class Worker {
    private static final String GLUE =
            "classpath:/" + Glue.class.getPackageName().replace('.', '/');

    private final Testbed testbed;
    private final Vocabulary vocabulary;
    private final SceneObjects objects = new SceneObjects();
    private final Runner runner;
    private Optional<StepLog> log = Optional.empty();

    Worker(Testbed testbed, Vocabulary vocabulary) {
        this.testbed = testbed;
        this.vocabulary = vocabulary;
        RuntimeOptions options =
                new RuntimeOptionsBuilder().addGlue(URI.create(GLUE)).build();
        EventBus bus =
                new TappedBus(new TimeServiceEventBus(Clock.systemUTC(), UUID::randomUUID), event -> hear(event));
        this.runner = new Runner(
                bus, new BackendServiceLoader(Worker.class::getClassLoader, () -> objects).get(), objects, options);
    }

    private void hear(Object event) {
        log.ifPresent(current -> current.hear(event));
    }

    /**
     * Runs a scenario on all platforms.
     *
     * @param already what is known to be wrong with it
     * @throws IllegalStateException when a step threw what no step should: a defect of the oracle
     */
    ScenarioRun run(ScenarioSource source, List<Failure> already) {
        Scene scene = new Scene(source.origin(), testbed);
        StepLog steps = new StepLog(source, scene, vocabulary);
        log = Optional.of(steps);
        objects.next(scene);
        Instant began = Instant.now();
        runner.runPickle(source.pickle());
        steps.defect().ifPresent(defect -> {
            throw defect;
        });
        List<Failure> failures = new ArrayList<>(already);
        failures.addAll(steps.failures());
        return new ScenarioRun(
                source,
                scene.fixtures(),
                scene.asked(),
                scene.notApplicable(),
                steps.steps(),
                failures,
                began,
                Duration.between(began, Instant.now()));
    }
}
