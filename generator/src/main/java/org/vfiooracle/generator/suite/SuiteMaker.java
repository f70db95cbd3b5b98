// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.alphabet.Ask;
import org.vfiooracle.generator.explore.Exploration;
import org.vfiooracle.generator.explore.Fingerprint;
import org.vfiooracle.generator.explore.Subject;
import org.vfiooracle.generator.mutate.Sighting;

/**
 * Makes cases that reach goals. A case goes the shortest way to a place where goals are, takes all that is to be had there, since
 * most calls that are refused change nothing, and goes on to the next place nearby, until it is long enough. Then calls are
 * dropped as long as it reaches the same.
 */
public final class SuiteMaker {
    private static final int NEARBY = 400;

    private final Subject subject;
    private final Subject plain;
    private final Aim aim;
    private final int mostOperations;
    private final Fingerprint fingerprint;
    private final Map<Long, Set<String>> places = new HashMap<>();

    /**
     * Prepares to make cases.
     *
     * @param subject what was explored
     * @param plain the same with calls that have no faults, for getting from one place to another
     * @param mostOperations the most calls of a case
     */
    public SuiteMaker(Subject subject, Subject plain, Aim aim, int mostOperations) {
        this.subject = subject;
        this.plain = plain;
        this.aim = aim;
        this.mostOperations = mostOperations;
        this.fingerprint = new Fingerprint(subject.calls().alike(), false);
    }

    /** Returns cases that reach all goals that can be reached with so many calls, the most rewarding first. */
    public List<Draft> make(Exploration exploration, BiConsumer<Integer, Integer> progress) {
        Map<String, List<Sighting>> witnesses = aim.witnesses();
        Map<Integer, Exploration.Path> paths = new LinkedHashMap<>();
        witnesses.forEach((goal, all) -> all.forEach(witness -> {
            Exploration.Path path = paths.computeIfAbsent(witness.state(), exploration::path);
            places.computeIfAbsent(fingerprint.of(path.state()), f -> new LinkedHashSet<>())
                    .add(goal);
        }));
        Set<String> open = new LinkedHashSet<>(witnesses.keySet());
        List<Draft> drafts = new ArrayList<>();
        while (!open.isEmpty()) {
            Optional<Target> target = best(witnesses, paths, open);
            if (target.isEmpty()) {
                break;
            }
            Itinerary walk = walk(target.get(), open);
            if (walk.reached().isEmpty()) {
                open.remove(target.get().goal());
                continue;
            }
            open.removeAll(walk.reached());
            progress.accept(witnesses.size() - open.size(), witnesses.size());
            drafts.add(shorter(new Draft(walk.process(), walk.operations(), walk.reached())));
        }
        return drafts;
    }

    private record Target(String goal, Sighting witness, Exploration.Path path) {}

    /** The place with the most open goals for the way that leads there. */
    private Optional<Target> best(
            Map<String, List<Sighting>> witnesses, Map<Integer, Exploration.Path> paths, Set<String> open) {
        Map<Integer, Integer> goals = new HashMap<>();
        for (String goal : open) {
            witnesses.getOrDefault(goal, List.of()).forEach(witness -> goals.merge(witness.state(), 1, Integer::sum));
        }
        Comparator<Target> rewarding = Comparator.comparingDouble(target -> {
            int way = target.path().operations().size();
            int here = Math.min(goals.getOrDefault(target.witness().state(), 0), mostOperations);
            return -here / (double) (way + target.witness().calls().size() + here);
        });
        return open.stream()
                .flatMap(goal -> witnesses.getOrDefault(goal, List.of()).stream()
                        .map(witness -> new Target(goal, witness, path(paths, witness))))
                .min(rewarding);
    }

    private static Exploration.Path path(Map<Integer, Exploration.Path> paths, Sighting witness) {
        Exploration.Path path = paths.get(witness.state());
        if (path == null) {
            throw new IllegalStateException("no way leads to state " + witness.state());
        }
        return path;
    }

    private Itinerary walk(Target target, Set<String> open) {
        State first = State.initial(subject.topology(), target.path().process());
        Itinerary walk =
                new Itinerary(subject.machine(), aim.tally(), target.path().process(), first, open);
        target.path().operations().forEach(walk::take);
        Set<String> before = new HashSet<>(walk.reached());
        if (walk.open().contains(target.goal())) {
            target.witness().calls().forEach(walk::take);
        }
        boolean more = before.size() < walk.reached().size() || walk.reached().contains(target.goal());
        while (more && walk.operations().size() < mostOperations) {
            more = takeBest(walk) || goOn(walk);
        }
        return walk;
    }

    /** Takes the call that reaches most; one that changes nothing first. */
    private boolean takeBest(Itinerary walk) {
        Optional<Itinerary.Choice> best = subject.calls().of(walk.state()).stream()
                .flatMap(ask -> walk.look(ask.operation()).stream())
                .filter(choice -> !choice.gain().isEmpty())
                .min(Comparator.<Itinerary.Choice, Boolean>comparing(choice -> !choice.stays())
                        .thenComparing(choice -> -choice.gain().size()));
        return best.isPresent() && walk.take(best.get().operation());
    }

    /** Goes to the nearest place where open goals are, if there is one. */
    private boolean goOn(Itinerary walk) {
        Deque<Route> routes = new ArrayDeque<>();
        Set<Long> seen = new HashSet<>();
        routes.add(new Route(walk.state(), List.of()));
        int room = mostOperations - walk.operations().size() - 1;
        for (int i = 0; i < NEARBY && !routes.isEmpty(); i++) {
            Route route = routes.removeFirst();
            if (route.calls().size() >= Math.min(room, 3)) {
                continue;
            }
            for (Ask ask : plain.calls().of(route.state())) {
                Optional<State> next = next(route.state(), ask.operation());
                if (next.isEmpty()) {
                    continue;
                }
                long place = fingerprint.of(next.get());
                if (!seen.add(place)) {
                    continue;
                }
                List<Operation> calls = new ArrayList<>(route.calls());
                calls.add(ask.operation());
                if (places.getOrDefault(place, Set.of()).stream().anyMatch(walk.open()::contains)) {
                    return calls.stream().allMatch(walk::take);
                }
                routes.addLast(new Route(next.get(), calls));
            }
        }
        return false;
    }

    private record Route(State state, List<Operation> calls) {}

    @SuppressWarnings("ReferenceEquality") // a call that changes nothing leaves the very same state
    private Optional<State> next(State state, Operation operation) {
        return plain.machine()
                .performIfModelled(state, operation)
                .map(Transition::next)
                .filter(next -> next != state);
    }

    /** Drops calls, the last first, as long as all that the case is for is reached. */
    Draft shorter(Draft whole) {
        Draft shortest = whole;
        for (int at = shortest.operations().size() - 1; at >= 0; at--) {
            List<Operation> fewer = new ArrayList<>(shortest.operations());
            fewer.remove(at);
            Draft tried = reached(whole, fewer);
            if (tried.goals().containsAll(whole.goals())) {
                shortest = tried;
            }
        }
        return new Draft(shortest.process(), shortest.operations(), whole.goals());
    }

    private Draft reached(Draft of, List<Operation> operations) {
        State first = State.initial(subject.topology(), of.process());
        Itinerary walk = new Itinerary(subject.machine(), aim.tally(), of.process(), first, of.goals());
        for (Operation operation : operations) {
            if (!walk.take(operation)) {
                return new Draft(of.process(), operations, Set.of());
            }
        }
        return new Draft(of.process(), operations, walk.reached());
    }
}
