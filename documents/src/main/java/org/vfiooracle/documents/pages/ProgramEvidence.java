// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.operation.ProgramCall;

/** How many fixtures of each program the real program has confirmed, above the model. */
final class ProgramEvidence {
    private final Map<String, Count> counts = new TreeMap<>();

    /**
     * Of one program.
     *
     * @param fixtures those in which it starts
     * @param confirmed those of them that a real one agreed with
     * @param real the real ones that did
     */
    private record Count(int fixtures, int confirmed, List<String> real) {
        static final Count NONE = new Count(0, 0, List.of());

        Count and(List<String> agreed) {
            TreeSet<String> all = new TreeSet<>(real);
            all.addAll(agreed);
            return new Count(fixtures + 1, confirmed + (agreed.isEmpty() ? 0 : 1), List.copyOf(all));
        }
    }

    ProgramEvidence(Collection<Fixture> fixtures, CorpusIndex index, Ledgers ledgers) {
        for (Fixture fixture : fixtures) {
            FixtureName name =
                    new FixtureName(fixture.platform(), fixture.performed().id());
            List<String> real =
                    index.find(name).map(entry -> ledgers.witnesses(name, entry.hash())).orElse(List.of()).stream()
                            .filter(Witness::program)
                            .map(Witness::machine)
                            .toList();
            fixture.performed().operations().stream()
                    .filter(ProgramCall.Start.class::isInstance)
                    .map(operation -> ((ProgramCall.Start) operation).program())
                    .distinct()
                    .forEach(program -> counts.merge(program, Count.NONE.and(real), (a, b) -> a.and(real)));
        }
    }

    /** What real ones have confirmed of a program, as a sentence. */
    String sentence(String program) {
        Count count = counts.getOrDefault(program, Count.NONE);
        if (count.fixtures() == 0) {
            return "The corpus has no case of it.";
        }
        if (count.confirmed() == 0) {
            return "It rests on its sources: no real one has been compared with its " + count.fixtures() + " fixtures.";
        }
        return "The real one agrees with " + count.confirmed() + " of its " + count.fixtures() + " fixtures (`"
                + String.join("`, `", count.real()) + "`).";
    }
}
