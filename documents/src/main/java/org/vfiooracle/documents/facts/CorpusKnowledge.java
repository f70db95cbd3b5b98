// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.explain.Decisions;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.documents.facts.KernelSpans.Kernel;

/** What a corpus and its ledgers know of a rule or of a deviation: the scenarios, and the machines that agreed. */
public final class CorpusKnowledge {
    private final Decisions decisions;
    private final CorpusIndex index;
    private final Ledgers ledgers;
    private final Map<FixtureName, List<Kernel>> witnesses = new TreeMap<>();
    private final KernelSpans kernels;

    /** Looks through a corpus. */
    public CorpusKnowledge(Collection<Fixture> fixtures, CorpusIndex index, Ledgers ledgers) {
        this.decisions = Decisions.in(fixtures);
        this.index = index;
        this.ledgers = ledgers;
        this.kernels = new KernelSpans(
                ledgers.all().stream().map(ledger -> kernel(ledger.witness())).toList());
    }

    /** What a rule has decided. */
    public List<Decisions.Decision> ofRule(String rule) {
        return decisions.byRule(rule);
    }

    /** What a deviation has decided. */
    public List<Decisions.Decision> ofDeviation(String deviation) {
        return decisions.byDeviation(deviation);
    }

    /** The ids of the scenarios, in order. */
    public static SortedSet<String> scenarios(List<Decisions.Decision> decided) {
        SortedSet<String> ids = new TreeSet<>();
        decided.forEach(decision -> ids.add(decision.id().scenario()));
        return ids;
    }

    /** The kernels that agreed with a fixture among {@code decided}, as ranges, each with its machines. */
    public String kernels(List<Decisions.Decision> decided) {
        Set<FixtureName> fixtures = new HashSet<>();
        decided.forEach(decision -> fixtures.add(new FixtureName(decision.platform(), decision.id())));
        return kernels(fixtures);
    }

    /** The kernels that agreed with one of these fixtures, as ranges, each with its machines. */
    public String kernels(Set<FixtureName> fixtures) {
        Set<Kernel> agreed = new HashSet<>();
        fixtures.forEach(fixture -> agreed.addAll(witnesses(fixture)));
        return kernels.of(agreed);
    }

    /** All kernels that a ledger speaks of, one line a machine. */
    public List<String> askedKernels() {
        return kernels.all();
    }

    private static Kernel kernel(Witness witness) {
        return new Kernel(
                witness.standInBridge() ? "stand-in " + witness.machine() : witness.machine(),
                witness.platform().release(),
                witness.platform().page());
    }

    private List<Kernel> witnesses(FixtureName name) {
        return witnesses.computeIfAbsent(name, fixture -> index.find(fixture)
                .map(entry -> ledgers.witnesses(fixture, entry.hash()).stream()
                        .map(CorpusKnowledge::kernel)
                        .toList())
                .orElse(List.of()));
    }
}
