// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.verdict.cause.CauseGroup;
import org.vfiooracle.verdict.explain.Explainer;
import org.vfiooracle.verdict.explain.Explanation;
import org.vfiooracle.verdict.nearest.Behaviour;

/** A result with what explains it. What takes time is worked out when a report first asks, and once. Not for several threads. */
public final class ExplainedResult {
    private final DiffResult result;
    private final List<CauseGroup> groups;
    private final Optional<Explainer> explainer;
    private final List<Fixture> conforming;
    private final Observes observes;
    private final SortedMap<String, String> about;
    private final SortedMap<CaseId, Duration> times;
    private final Map<Comparison, Optional<Explanation>> explained = new IdentityHashMap<>();
    private @Nullable Optional<Behaviour> behaviour;

    private ExplainedResult(
            DiffResult result,
            Optional<Explainer> explainer,
            List<Fixture> conforming,
            Observes observes,
            Map<String, String> about,
            Map<CaseId, Duration> times) {
        this.result = result;
        this.groups = CauseGroup.of(result.comparisons());
        this.explainer = explainer;
        this.conforming = List.copyOf(conforming);
        this.observes = observes;
        this.about = Collections.unmodifiableSortedMap(new TreeMap<>(about));
        this.times = Collections.unmodifiableSortedMap(new TreeMap<>(times));
    }

    /** Returns a result that nobody can explain further. */
    public static ExplainedResult of(DiffResult result) {
        return new ExplainedResult(result, Optional.empty(), List.of(), Observes.of(), Map.of(), Map.of());
    }

    /**
     * Returns a result that is explained.
     *
     * @param conforming what the implementation answered as expected, where somebody has kept it
     * @param observes what was compared of it
     */
    public static ExplainedResult of(
            DiffResult result, Explainer explainer, List<Fixture> conforming, Observes observes) {
        return new ExplainedResult(result, Optional.of(explainer), conforming, observes, Map.of(), Map.of());
    }

    /**
     * Returns these of a run.
     *
     * @param facts what a report says of the run as a whole, by name
     * @param taken how long cases took
     */
    public ExplainedResult of(Map<String, String> facts, Map<CaseId, Duration> taken) {
        return new ExplainedResult(result, explainer, conforming, observes, facts, taken);
    }

    /** The result. */
    public DiffResult result() {
        return result;
    }

    /** The findings by cause, the cause of most cases first. */
    public List<CauseGroup> groups() {
        return groups;
    }

    /** What is known of the run as a whole, by name. */
    public SortedMap<String, String> about() {
        return about;
    }

    /** Returns how long a case took, where somebody has measured it. */
    public Optional<Duration> time(CaseId id) {
        return Optional.ofNullable(times.get(id));
    }

    /** Explains one finding. */
    public Optional<Explanation> explanation(Comparison comparison) {
        return explained.computeIfAbsent(comparison, one -> explainer.flatMap(known -> known.explain(one)));
    }

    /** The shortest case of each cause that the model can shorten, as expected, under a name of its own. */
    public List<Fixture> shortest() {
        Map<CaseId, Fixture> cases = new TreeMap<>();
        for (CauseGroup group : groups) {
            Comparison example = group.example();
            explanation(example).flatMap(Explanation::shortest).ifPresent(performance -> {
                Case performed = performance.performed();
                CaseId id = named(example.id());
                Case renamed = new Case(id, performed.topology(), performed.process(), performed.operations());
                Performance same = new Performance(renamed, performance.first(), performance.steps());
                cases.putIfAbsent(id, same.fixture(example.platform(), ""));
            });
        }
        return List.copyOf(cases.values());
    }

    private static CaseId named(CaseId id) {
        String row = id.row().map(text -> text + "-shortest").orElse("shortest");
        return new CaseId(id.scenario(), Optional.of(row));
    }

    /** The machine that the implementation is most like, where there is one. */
    public Optional<Behaviour> behaviour() {
        Optional<Behaviour> known = behaviour;
        if (known == null) {
            known = explainer.flatMap(one -> one.behaviour(groups, conforming, observes));
            behaviour = known;
        }
        return known;
    }
}
