// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.docs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.explain.Decisions;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.FixtureName;

/** What a corpus and its ledgers know of a rule or of a deviation: the scenarios, and the machines that agreed. */
final class CorpusKnowledge {
    private final Decisions decisions;
    private final CorpusIndex index;
    private final Ledgers ledgers;
    private final Map<FixtureName, List<String>> witnesses = new TreeMap<>();

    CorpusKnowledge(Collection<Fixture> fixtures, CorpusIndex index, Ledgers ledgers) {
        this.decisions = Decisions.in(fixtures);
        this.index = index;
        this.ledgers = ledgers;
    }

    List<Decisions.Decision> ofRule(String rule) {
        return decisions.byRule(rule);
    }

    List<Decisions.Decision> ofDeviation(String deviation) {
        return decisions.byDeviation(deviation);
    }

    /** The ids of the scenarios, in order. */
    static SortedSet<String> scenarios(List<Decisions.Decision> decided) {
        SortedSet<String> ids = new TreeSet<>();
        decided.forEach(decision -> ids.add(decision.id().scenario()));
        return ids;
    }

    /** The kernels that agreed with a fixture among {@code decided}, each with its machines. */
    String kernels(List<Decisions.Decision> decided) {
        Map<String, SortedSet<String>> machines = new TreeMap<>();
        for (Decisions.Decision decision : decided) {
            for (String witness : witnesses(new FixtureName(decision.platform(), decision.id()))) {
                int space = witness.indexOf(' ');
                machines.computeIfAbsent(witness.substring(0, space), kernel -> new TreeSet<>())
                        .add(witness.substring(space + 1));
            }
        }
        List<String> texts = new ArrayList<>();
        machines.forEach((kernel, names) -> texts.add(kernel + " (" + String.join(", ", names) + ")"));
        return String.join("; ", texts);
    }

    private List<String> witnesses(FixtureName name) {
        return witnesses.computeIfAbsent(name, fixture -> index.find(fixture)
                .map(entry -> ledgers.witnesses(fixture, entry.hash()).stream()
                        .map(witness -> witness.platform().release() + "-"
                                + witness.platform().page() + " " + witness.machine())
                        .toList())
                .orElse(List.of()));
    }
}
