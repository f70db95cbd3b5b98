// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vfiooracle.conformance.random.Danger;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.alphabet.Ask;
import org.vfiooracle.generator.explore.Watcher;

/**
 * Looks in each transition of an exploration which mutants answer it otherwise. It keeps the first witnesses of each, and where
 * one has gone another way without being seen.
 */
public final class Hunt implements Watcher {
    private static final int WITNESSES = 6;
    private static final int STRAYED = 24;

    /** How often a mutant is asked that has never differed, before it is asked only now and then. */
    private static final int PATIENCE = 1500;

    private static final int RARELY = 64;

    private final Traced traced;
    private final Suspects suspects;
    private final Visible visible;
    private final Profile profile;
    private final Map<Mutant, List<Sighting>> witnesses = new LinkedHashMap<>();
    private final Map<Mutant, List<Strayed>> strayed = new LinkedHashMap<>();
    private final Map<Mutant, Integer> asked = new ConcurrentHashMap<>();

    /** Hunts {@code some} mutants by what {@code visible} shows; calls that may hang or spoil a real machine are left out. */
    public Hunt(Traced traced, Mutants mutants, List<Mutant> some, Visible visible) {
        this.traced = traced;
        this.suspects = new Suspects(traced, mutants, some);
        this.visible = visible;
        this.profile = traced.machine().profile();
    }

    /**
     * A mutant that is in another state than the platform after a call which both answer alike.
     *
     * @param number the state before the call
     * @param call the call
     * @param right the state of the platform
     * @param wrong that of the mutant
     */
    public record Strayed(int number, Operation call, State right, State wrong) {}

    /** What catches each mutant that was caught, nearest first. */
    public Map<Mutant, List<Sighting>> witnesses() {
        return Collections.unmodifiableMap(witnesses);
    }

    /** Where mutants have gone another way. */
    public Map<Mutant, List<Strayed>> strayed() {
        return Collections.unmodifiableMap(strayed);
    }

    /** How often each mutant was asked. */
    public int asked(Mutant mutant) {
        return asked.getOrDefault(mutant, 0);
    }

    @Override
    public Part part() {
        return new Look();
    }

    @Override
    public void add(Part part) {
        Look look = (Look) part;
        look.found.forEach((mutant, more) -> more.forEach(one -> keep(witnesses, mutant, one, WITNESSES)));
        look.gone.forEach((mutant, more) -> more.forEach(one -> keep(strayed, mutant, one, STRAYED)));
        look.times.forEach((mutant, times) -> asked.merge(mutant, times, Integer::sum));
    }

    private static <T> void keep(Map<Mutant, List<T>> all, Mutant mutant, T one, int most) {
        List<T> known = all.computeIfAbsent(mutant, m -> new ArrayList<>());
        if (known.size() < most) {
            known.add(one);
        }
    }

    private boolean enough(Mutant mutant) {
        List<Sighting> known = witnesses.get(mutant);
        return known != null && known.size() >= WITNESSES;
    }

    private boolean patient(Mutant mutant, int turn) {
        return asked.getOrDefault(mutant, 0) < PATIENCE
                || witnesses.containsKey(mutant)
                || Math.floorMod(turn, RARELY) == 0;
    }

    /** What is seen in a part. */
    private final class Look implements Part {
        private final Map<Mutant, List<Sighting>> found = new HashMap<>();
        private final Map<Mutant, List<Strayed>> gone = new HashMap<>();
        private final Map<Mutant, Integer> times = new HashMap<>();

        @Override
        public void before() {
            traced.begin();
        }

        @Override
        public void transition(Place place, int index, Ask ask, Transition transition) {
            if (Danger.of(profile, place.state(), ask.operation(), transition).isPresent()) {
                return;
            }
            suspects.of(ask.operation(), traced.trace(), mutant -> {
                if (!enough(mutant) && patient(mutant, place.number() + index)) {
                    times.merge(mutant, 1, Integer::sum);
                    if (!suspects.cleared(mutant, place.state(), ask.operation(), traced.trace())) {
                        ask(mutant, place, ask.operation(), transition);
                    }
                }
            });
        }

        private void ask(Mutant mutant, Place place, Operation operation, Transition transition) {
            Contest contest = Contest.of(mutant, place.state(), operation, transition, visible);
            if (contest.caught()) {
                keep(found, mutant, new Sighting(place.number(), List.of(operation)), WITNESSES);
            } else if (contest.silent(transition)) {
                keep(
                        gone,
                        mutant,
                        new Strayed(
                                place.number(),
                                operation,
                                transition.next(),
                                contest.next().orElseThrow()),
                        2);
            }
        }
    }
}
