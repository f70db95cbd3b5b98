// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** The goal that each mutant of the platform is caught. */
public final class MutantAim implements Aim {
    private final Traced traced;
    private final Mutants mutants;
    private final Suspects suspects;
    private final Hunt hunt;
    private final Chase chase;
    private final Map<String, Mutant> byId = new LinkedHashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();

    /** Aims at {@code some} mutants; {@code chase} finds what tells apart those that stray. */
    public MutantAim(Traced traced, Mutants mutants, List<Mutant> some, Chase chase) {
        this.traced = traced;
        this.mutants = mutants;
        this.suspects = new Suspects(traced, mutants, some);
        this.hunt = new Hunt(traced, mutants, some);
        this.chase = chase;
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

        @Override
        public void before() {
            traced.begin();
        }

        @Override
        public Set<String> reached(State state, Operation operation, Transition transition, Set<String> open) {
            Set<String> caught = new LinkedHashSet<>();
            for (Mutant mutant : concerned(operation, open)) {
                if (contest(mutant, state, operation, transition).caught()) {
                    caught.add(mutant.id());
                }
            }
            return caught;
        }

        @Override
        public void take(State state, Operation operation, Transition transition, Set<String> open) {
            for (Mutant mutant : concerned(operation, open)) {
                Contest contest = contest(mutant, state, operation, transition);
                Optional<State> next = contest.next();
                if (contest.silent(transition)) {
                    strayed.put(mutant.id(), next.orElseThrow());
                } else {
                    strayed.remove(mutant.id());
                }
            }
        }

        private Contest contest(Mutant mutant, State state, Operation operation, Transition transition) {
            asked.merge(mutant.id(), 1, Integer::sum);
            State from = strayed.getOrDefault(mutant.id(), state);
            return Contest.of(mutant, from, operation, transition);
        }

        private List<Mutant> concerned(Operation operation, Set<String> open) {
            Set<Mutant> concerned = new LinkedHashSet<>();
            suspects.of(operation, traced.trace(), mutant -> {
                if (open.contains(mutant.id())) {
                    concerned.add(mutant);
                }
            });
            for (String id : strayed.keySet()) {
                Mutant mutant = byId.get(id);
                if (mutant != null && open.contains(id)) {
                    concerned.add(mutant);
                }
            }
            return new ArrayList<>(concerned);
        }
    }
}
