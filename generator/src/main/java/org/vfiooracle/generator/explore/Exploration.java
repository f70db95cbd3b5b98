// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.explore.Watcher.Place;

/**
 * All states that can be reached from the starts of a subject, breadth first: each once, with the fewest calls after a start. The states of a level
 * are shared out in parts of a fixed size, and what was found is put together in their order, so that the result is the same
 * every time, however many threads there are.
 */
public final class Exploration {
    private static final int PART = 32;
    private static final int PARTS = 64;

    private final Subject subject;
    private final Fingerprint fingerprint;
    private final Limits limits;
    private final List<Watcher> watchers;
    private final Consumer<Reached> progress;
    private final List<Subject.Start> starts;
    private final Visited visited = new Visited();
    private List<Place> waiting = List.of();
    private final Reached.Count count = new Reached.Count();
    private int level;

    /**
     * How far an exploration goes.
     *
     * @param depth calls after a start
     * @param threads how many processors are used
     * @param states the most states, which memory allows; the exploration stops before it has more
     * @param invariants whether what must hold in each state is looked at
     * @param named whether states that differ only in names are two
     */
    public record Limits(int depth, int threads, int states, boolean invariants, boolean named) {
        /** Goes to a depth, without looking at invariants. */
        public static Limits depth(int depth) {
            return new Limits(depth, 2, Integer.MAX_VALUE, false, false);
        }
    }

    /** Prepares an exploration from these starts. */
    public Exploration(
            Subject subject,
            List<Subject.Start> starts,
            Limits limits,
            List<Watcher> watchers,
            Consumer<Reached> progress) {
        this.subject = subject;
        this.starts = List.copyOf(starts);
        this.fingerprint = new Fingerprint(subject.calls().alike(), limits.named());
        this.limits = limits;
        this.watchers = List.copyOf(watchers);
        this.progress = progress;
    }

    /** Returns what was reached. */
    public Reached run() {
        return run(() -> {});
    }

    /**
     * Returns what was reached, and calls {@code each} after each level, when it can be saved.
     *
     * @param each is called between two levels
     */
    public Reached run(Runnable each) {
        ExecutorService workers = Executors.newFixedThreadPool(limits.threads(), work -> {
            Thread thread = new Thread(work, "explore");
            thread.setDaemon(true);
            return thread;
        });
        try {
            if (visited.size() == 0) {
                waiting = beginning();
            }
            while (level < limits.depth()
                    && !waiting.isEmpty()
                    && !count.full
                    && watchers.stream().noneMatch(Watcher::satisfied)) {
                List<Place> places = waiting;
                waiting = new ArrayList<>();
                expand(places, workers);
                each.run();
                level++;
            }
        } finally {
            workers.shutdownNow();
        }
        return reached(0, 0);
    }

    /** All starts at once, so that each state is reached with the fewest calls after one of them. */
    private List<Place> beginning() {
        List<Place> admitted = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            State state = starts.get(i).state();
            int number = visited.add(fingerprint.of(state), -1 - i, 0);
            if (number >= 0) {
                admitted.add(new Place(number, state));
            }
        }
        return admitted;
    }

    private void expand(List<Place> places, ExecutorService workers) {
        for (int from = 0; from < places.size() && !count.full; from += PART * PARTS) {
            List<Future<Stretch>> parts = new ArrayList<>();
            for (int at = from; at < Math.min(places.size(), from + PART * PARTS); at += PART) {
                List<Place> some = places.subList(at, Math.min(places.size(), at + PART));
                Stretch part = new Stretch(subject, fingerprint, limits, visited, watchers);
                parts.add(workers.submit(() -> part.of(some)));
            }
            for (Future<Stretch> part : parts) {
                merge(result(part));
            }
            progress.accept(reached(Math.min(places.size(), from + PART * PARTS), places.size()));
        }
    }

    private static Stretch result(Future<Stretch> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private void merge(Stretch part) {
        count.add(part.count());
        for (int i = 0; i < watchers.size(); i++) {
            watchers.get(i).add(part.seen().get(i));
        }
        for (Stretch.Found found : part.found()) {
            if (visited.size() >= limits.states()) {
                count.full = true;
                return;
            }
            int number = visited.add(found.fingerprint(), found.parent(), found.call());
            if (number >= 0) {
                found.violation().ifPresent(violation -> count.violated(violation, number));
                if (level + 1 < limits.depth()) {
                    waiting.add(new Place(number, found.state()));
                }
            }
        }
    }

    private Reached reached(int done, int of) {
        return new Reached(level, done, of, visited.size(), waiting.size(), count);
    }

    /** Returns the calls that lead to a state, those of its start included. */
    public Path path(int number) {
        List<Integer> calls = new ArrayList<>();
        int at = number;
        while (at >= 0) {
            if (visited.parent(at) >= 0) {
                calls.add(0, visited.call(at));
            }
            at = visited.parent(at);
        }
        Subject.Start start = starts.get(-1 - at);
        List<Operation> operations = new ArrayList<>(start.before());
        State state = start.state();
        for (int call : calls) {
            Operation operation = subject.calls().of(state).get(call).operation();
            operations.add(operation);
            state = subject.machine().perform(state, operation).next();
        }
        return new Path(start.process(), operations, state);
    }

    /** How a state is reached. */
    public record Path(Process process, List<Operation> operations, State state) {
        /** Returns this with calls behind it. */
        public Path then(List<Operation> more) {
            List<Operation> all = new ArrayList<>(operations);
            all.addAll(more);
            return new Path(process, all, state);
        }
    }

    /** What a checkpoint keeps. */
    Visited visited() {
        return visited;
    }

    /** The states of the next level. */
    List<Place> waiting() {
        return Collections.unmodifiableList(waiting);
    }

    int level() {
        return level;
    }

    Reached.Count count() {
        return count;
    }

    /** Goes on where an earlier exploration of the same subject stopped. */
    void resume(int next, List<Place> places) {
        level = next;
        waiting = new ArrayList<>(places);
    }
}
