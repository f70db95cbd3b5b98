// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.facts;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.vfiooracle.advice.bugs.KnownBugs;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.evidence.Evidence;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.corpus.evidence.Ledger;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.evidence.RandomLedger;
import org.vfiooracle.corpus.explain.Tracer;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.documents.facts.AskedKernel;
import org.vfiooracle.documents.facts.CorpusKnowledge;
import org.vfiooracle.documents.facts.KernelSpans;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.RecordingResult;

/** What several pages of a site need. */
public final class SiteFacts {
    private final List<PlatformId> platforms;
    private final SortedMap<CaseId, CaseFacts> cases = new TreeMap<>();
    private final CorpusIndex index;
    private final Ledgers ledgers;
    private final List<AskedKernel> kernels;
    private final KnownBugs bugs;
    private final CorpusKnowledge knowledge;
    private final Map<FixtureName, Evidence> evidence;
    private final KernelSpans spans;
    private final Tracer tracer = new Tracer(Platforms.load());

    /**
     * Looks up what is known of the cases that passed.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when a ledger or the list of known bugs is wrong
     */
    public SiteFacts(Path root, String corpus, RecordingResult result) {
        List<Fixture> fixtures = result.fixtures();
        this.index = CorpusIndex.of(corpus, fixtures);
        this.platforms =
                result.platforms().stream().sorted(AskedKernel.BY_RELEASE).toList();
        result.runs().stream()
                .filter(run -> !run.fixtures().isEmpty())
                .map(CaseFacts::of)
                .forEach(one -> cases.put(one.id(), one));
        this.ledgers = Ledgers.read(root);
        this.kernels = AskedKernel.of(ledgers, RandomLedger.read(root));
        this.bugs = KnownBugs.read(root);
        this.knowledge = new CorpusKnowledge(fixtures, index, ledgers);
        this.evidence = index.entries().values().stream()
                .collect(toMap(entry -> entry.name(), entry -> Evidence.of(entry, ledgers)));
        this.spans = KernelSpans.ofPlatforms(platforms);
    }

    /** The platforms of the corpus, by generation and release. */
    public List<PlatformId> platforms() {
        return platforms;
    }

    /** The cases, in order. */
    public Collection<CaseFacts> cases() {
        return cases.values();
    }

    /** The fixtures of all cases. */
    public List<Fixture> fixtures() {
        return cases.values().stream()
                .flatMap(one -> one.fixtures().values().stream())
                .toList();
    }

    /** Returns a case, if there is one of this id that passed. */
    public Optional<CaseFacts> find(CaseId id) {
        return Optional.ofNullable(cases.get(id));
    }

    /** The cases by their area, areas in order. */
    public SortedMap<String, List<CaseFacts>> areas() {
        SortedMap<String, List<CaseFacts>> areas = new TreeMap<>();
        cases.values().forEach(one -> areas.computeIfAbsent(one.id().area(), any -> new ArrayList<>())
                .add(one));
        return areas;
    }

    /** The ledgers of the checkout. */
    public Ledgers ledgers() {
        return ledgers;
    }

    /** The real kernels that have answered. */
    public List<AskedKernel> kernels() {
        return kernels;
    }

    /** The known bugs. */
    public KnownBugs bugs() {
        return bugs;
    }

    /** What the corpus and its ledgers know of rules and deviations. */
    public CorpusKnowledge knowledge() {
        return knowledge;
    }

    /** What a fixture rests on. */
    public Evidence evidence(Fixture fixture) {
        return evidence.getOrDefault(FixtureName.of(fixture), new Evidence(Evidence.Claim.INFERRED, List.of()));
    }

    /** Whether a ledger has seen a fixture as it is now. */
    public boolean agrees(Ledger ledger, FixtureName name) {
        return index.find(name)
                .flatMap(entry -> ledger.witness(name, entry.hash()))
                .isPresent();
    }

    /** How many of some fixtures rest on what. */
    public EvidenceTotals totals(Collection<Fixture> fixtures) {
        return EvidenceTotals.of(fixtures.stream().map(this::evidence).map(Evidence::claim));
    }

    /** Returns platforms in few words. */
    public List<KernelSpans.Spans> spans(Collection<PlatformId> some) {
        return spans.spans(some.stream().map(KernelSpans.Kernel::of).toList());
    }

    /** Returns some things by the area of their case. */
    public static <T> SortedMap<String, List<T>> byArea(Collection<T> some, Function<T, CaseId> id) {
        SortedMap<String, List<T>> areas = new TreeMap<>();
        some.forEach(one -> areas.computeIfAbsent(id.apply(one).area(), any -> new ArrayList<>())
                .add(one));
        return areas;
    }

    /** Performs a fixture again, to see the states in between. */
    public Tracer tracer() {
        return tracer;
    }
}
