// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.explore.Watcher;
import org.vfiooracle.generator.mutate.Chase;
import org.vfiooracle.generator.mutate.Contest;
import org.vfiooracle.generator.mutate.Hunt;
import org.vfiooracle.generator.mutate.Mutant;
import org.vfiooracle.generator.mutate.Mutants;
import org.vfiooracle.generator.mutate.Sighting;
import org.vfiooracle.generator.mutate.Suspects;
import org.vfiooracle.generator.mutate.Traced;
import org.vfiooracle.generator.mutate.Visible;

/** The goal that each mutant of the platform is caught. */
public final class MutantAim implements Aim {
    private final Traced traced;
    private final Mutants mutants;
    private final Suspects suspects;
    private final Hunt hunt;
    private final Chase chase;
    private final Visible visible;
    private final Map<String, Mutant> byId = new LinkedHashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();

    /** Aims at {@code some} mutants; {@code chase} finds what tells apart those that stray, by what {@code visible} shows. */
    public MutantAim(Traced traced, Mutants mutants, List<Mutant> some, Chase chase, Visible visible) {
        this.traced = traced;
        this.mutants = mutants;
        this.suspects = new Suspects(traced, mutants, some);
        this.hunt = new Hunt(traced, mutants, some, visible);
        this.chase = chase;
        this.visible = visible;
        some.forEach(mutant -> byId.put(mutant.id(), mutant));
    }

    /** How often each mutant was asked, in an exploration or in a case. */
    public int asked(Mutant mutant) {
        return hunt.asked(mutant) + asked.getOrDefault(mutant.id(), 0);
    }

    /** Adds how often others were asked. */
    public void addAsked(MutantAim other) {
        other.byId.values().forEach(mutant -> asked.merge(mutant.id(), other.asked(mutant), Integer::sum));
    }

    @Override
    public Watcher watcher() {
        return hunt;
    }

    @Override
    public Map<String, List<Sighting>> witnesses() {
        Map<String, List<Sighting>> all = new LinkedHashMap<>();
        for (Mutant mutant : mutants.all()) {
            List<Sighting> known = hunt.witnesses().get(mutant);
            List<Hunt.Strayed> strayed = hunt.strayed().getOrDefault(mutant, List.of());
            if (known != null) {
                all.put(mutant.id(), known);
            } else if (!strayed.isEmpty()) {
                chase.of(mutant, strayed).ifPresent(witness -> all.put(mutant.id(), List.of(witness)));
            }
        }
        return all;
    }

    @Override
    public Tally tally() {
        return new Count();
    }

    private final class Count implements Tally {
        /** Where the mutants are that have gone another way than the platform. */
        private final Map<String, State> strayed = new HashMap<>();

        /** What mutants made of the call that was looked at last. */
        private final Map<String, Contest> contests = new HashMap<>();

        private @Nullable Transition last;

        @Override
        public void before() {
            traced.begin();
        }

        @Override
        public Tally copy() {
            Count copy = new Count();
            copy.strayed.putAll(strayed);
            return copy;
        }

        @Override
        public Set<String> reached(State state, Operation operation, Transition transition, Predicate<String> open) {
            Set<String> caught = new LinkedHashSet<>();
            for (Mutant mutant : concerned(operation, open)) {
                if (contest(mutant, state, operation, transition).caught()) {
                    caught.add(mutant.id());
                }
            }
            return caught;
        }

        @Override
        public void take(State state, Operation operation, Transition transition, Predicate<String> open) {
            for (Mutant mutant : concerned(operation, open)) {
                Contest contest = contest(mutant, state, operation, transition);
                Optional<State> next = contest.next();
                if (contest.silent(transition)) {
                    strayed.put(mutant.id(), next.orElseThrow());
                } else {
                    strayed.remove(mutant.id());
                }
            }
            contests.clear();
            last = null;
        }

        @SuppressWarnings("ReferenceEquality") // the call that was looked at is most often the one that is then taken
        private Contest contest(Mutant mutant, State state, Operation operation, Transition transition) {
            if (transition != last) {
                contests.clear();
                last = transition;
            }
            return contests.computeIfAbsent(mutant.id(), id -> {
                asked.merge(id, 1, Integer::sum);
                State from = strayed.get(id);
                return from == null && suspects.cleared(mutant, state, operation, traced.trace())
                        ? Contest.none(transition)
                        : Contest.of(mutant, from == null ? state : from, operation, transition, visible);
            });
        }

        private Collection<Mutant> concerned(Operation operation, Predicate<String> open) {
            Set<Mutant> concerned = new LinkedHashSet<>();
            suspects.of(operation, traced.trace(), mutant -> {
                if (open.test(mutant.id())) {
                    concerned.add(mutant);
                }
            });
            for (String id : strayed.keySet()) {
                Mutant mutant = byId.get(id);
                if (mutant != null && open.test(id)) {
                    concerned.add(mutant);
                }
            }
            return concerned;
        }
    }
}
