// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.advice.bugs.KnownBug;
import org.vfiooracle.corpus.explain.Decisions.Decision;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.ProgramDeviations;
import org.vfiooracle.oracle.Rules;

/**
 * What is known of a bug.
 *
 * @param bug the bug
 * @param departures the switches in the model that make the difference
 * @param rules ids of the rules that are the reasons in fixtures
 * @param scenarios ids of the scenarios that show it
 * @param kernels those that it was seen on; empty when none
 */
public record BugFacts(
        KnownBug bug, List<Departure> departures, List<String> rules, SortedSet<String> scenarios, String kernels) {
    private static final String SCENARIO = "@";
    private static final String NO_RELEASE = "none";

    /**
     * A switch in the model.
     *
     * @param id of the deviation
     * @param where the releases of Linux, or the versions of the program; {@code in no release} where none has it
     * @param sentence what it does
     * @param source what says so
     */
    public record Departure(String id, String where, String sentence, String source) {}

    public BugFacts {
        departures = List.copyOf(departures);
        rules = List.copyOf(rules);
    }

    /**
     * Looks up what a bug refers to.
     *
     * @throws UnknownReference when it names a deviation or a rule that does not exist
     */
    public static BugFacts of(KnownBug bug, CorpusKnowledge knowledge) {
        List<Departure> departures = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        List<Decision> decided = new ArrayList<>();
        SortedSet<String> scenarios = new TreeSet<>();
        for (String reference : bug.shownBy()) {
            Optional<Departure> departure = departure(reference);
            if (reference.startsWith(SCENARIO)) {
                scenarios.add(reference.substring(1));
            } else if (departure.isPresent()) {
                departures.add(departure.get());
                decided.addAll(knowledge.ofDeviation(reference));
            } else if (Rules.find(reference).isPresent()) {
                rules.add(reference);
                decided.addAll(knowledge.ofRule(reference));
            } else {
                throw new UnknownReference(bug.id(), reference);
            }
        }
        scenarios.addAll(CorpusKnowledge.scenarios(decided));
        return new BugFacts(bug, departures, rules, scenarios, knowledge.kernels(decided));
    }

    private static Optional<Departure> departure(String id) {
        return Deviations.find(id)
                .map(kernel -> departure(id, kernel.releases().toString(), kernel.sentence(), kernel.source()))
                .or(() -> ProgramDeviations.find(id)
                        .map(program -> departure(id, program.versions(), program.sentence(), program.source())));
    }

    private static Departure departure(String id, String releases, String sentence, String source) {
        return new Departure(id, releases.equals(NO_RELEASE) ? "in no release" : releases, sentence, source);
    }
}
