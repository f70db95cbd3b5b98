// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.feature.Library;
import org.vfiooracle.steps.feature.ScenarioSource;
import org.vfiooracle.steps.scene.Testbed;
import org.vfiooracle.steps.vocabulary.Vocabulary;

/** Runs scenarios with several workers; the results are in the order of the scenarios, whoever was faster. */
public final class WorkForce {
    private final Testbed testbed;
    private final Library library;
    private final ScenarioListener listener;
    private final Vocabulary vocabulary = Vocabulary.load();
    private final AtomicInteger next = new AtomicInteger();

    /** Prepares to run the scenarios of {@code library}. */
    public WorkForce(Testbed testbed, Library library, ScenarioListener listener) {
        this.testbed = testbed;
        this.library = library;
        this.listener = listener;
    }

    private record Numbered(int number, ScenarioRun run) {}

    /**
     * Runs all scenarios.
     *
     * @param workers number of threads
     * @throws IllegalStateException when the oracle itself broke
     */
    public List<ScenarioRun> run(int workers) {
        List<ScenarioSource> all = library.selected();
        listener.began(all.size());
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(workers, all.size())));
        try {
            List<Future<List<Numbered>>> parts = new ArrayList<>();
            for (int i = 0; i < Math.max(1, Math.min(workers, all.size())); i++) {
                parts.add(threads.submit(this::work));
            }
            ScenarioRun[] runs = new ScenarioRun[all.size()];
            for (Future<List<Numbered>> part : parts) {
                part.get().forEach(one -> runs[one.number()] = one.run());
            }
            return List.of(runs);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException broken
                    ? broken
                    : new IllegalStateException("a worker broke", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Numbered> work() {
        Worker worker = new Worker(testbed, vocabulary);
        List<Numbered> done = new ArrayList<>();
        for (int i = next.getAndIncrement(); i < library.selected().size(); i = next.getAndIncrement()) {
            ScenarioSource source = library.selected().get(i);
            ScenarioRun run = worker.run(source, known(source));
            done.add(new Numbered(i, run));
            synchronized (listener) {
                listener.finished(run);
            }
        }
        return done;
    }

    /** What is wrong with a scenario before it runs; what is wrong with one row is wrong with the outline. */
    private List<Failure> known(ScenarioSource source) {
        String id = source.origin().id().scenario();
        return library.failures().stream()
                .filter(f -> f.scenario().filter(id::equals).isPresent())
                .toList();
    }
}
