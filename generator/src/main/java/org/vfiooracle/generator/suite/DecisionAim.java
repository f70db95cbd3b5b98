// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vfiooracle.conformance.random.Danger;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.generator.alphabet.Ask;
import org.vfiooracle.generator.explore.Watcher;
import org.vfiooracle.generator.mutate.Sighting;

/** The goal that something is decided: each rule, each rule in each call, or that in each kind of state. */
public final class DecisionAim implements Aim {
    private static final int WITNESSES = 4;

    /** What of a decision makes it another one. */
    public enum Detail {
        RULES,
        PAIRS,
        TRANSITIONS
    }

    private final Detail detail;
    private final Profile profile;
    private final Map<String, List<Sighting>> witnesses = new LinkedHashMap<>();

    public DecisionAim(Detail detail, Profile profile) {
        this.detail = detail;
        this.profile = profile;
    }

    @Override
    public Watcher watcher() {
        return new Watcher() {
            @Override
            public Part part() {
                return new Sight();
            }

            @Override
            public void add(Part part) {
                ((Sight) part).found.forEach((goal, more) -> more.forEach(one -> keep(witnesses, goal, one)));
            }
        };
    }

    @Override
    public Map<String, List<Sighting>> witnesses() {
        return new LinkedHashMap<>(witnesses);
    }

    @Override
    public Tally tally() {
        return (state, operation, transition, open) -> {
            String goal = goal(state, operation, transition);
            return open.test(goal) ? Set.of(goal) : Set.of();
        };
    }

    private static void keep(Map<String, List<Sighting>> all, String goal, Sighting one) {
        List<Sighting> known = all.computeIfAbsent(goal, g -> new ArrayList<>());
        if (known.size() < WITNESSES) {
            known.add(one);
        }
    }

    private String goal(State state, Operation operation, Transition transition) {
        String rule = transition.rule().id();
        return switch (detail) {
            case RULES -> rule;
            case PAIRS -> operation.name() + " " + rule;
            case TRANSITIONS -> kind(state) + ": " + operation.name() + " " + rule;
        };
    }

    /** What its containers have: how many groups, which driver, how many windows, whether anything is mapped. */
    private static String kind(State state) {
        List<String> kinds = new ArrayList<>();
        for (Container container : state.containers().values()) {
            String driver = container
                    .iommu()
                    .map(iommu -> iommu instanceof Spapr spapr
                            ? "v" + spapr.version() + " " + spapr.windows().size() + " windows"
                                    + (spapr.windows().values().stream().allMatch(window -> window.tces()
                                                    .isEmpty())
                                            ? ""
                                            : ", mapped")
                            : ((Type1) iommu).mappings().isEmpty() ? "type1" : "type1, mapped")
                    .orElse("no driver");
            kinds.add(container.groups().size() + " groups, " + driver);
        }
        return String.join("; ", kinds.stream().sorted().toList());
    }

    /** What is seen in a part. */
    private final class Sight implements Watcher.Part {
        private final Map<String, List<Sighting>> found = new LinkedHashMap<>();

        @Override
        public void transition(Watcher.Place place, int index, Ask ask, Transition transition) {
            String goal = goal(place.state(), ask.operation(), transition);
            if (found.getOrDefault(goal, List.of()).size() < WITNESSES
                    && Danger.of(profile, place.state(), ask.operation(), transition)
                            .isEmpty()) {
                keep(found, goal, new Sighting(place.number(), List.of(ask.operation())));
            }
        }
    }
}
