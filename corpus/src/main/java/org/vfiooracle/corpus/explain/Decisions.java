// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.format.CaseText;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;

/** What each rule and each deviation has decided in a corpus. */
public final class Decisions {
    private final Map<String, List<Decision>> byRule = new HashMap<>();
    private final Map<String, List<Decision>> byDeviation = new HashMap<>();

    private Decisions() {}

    /**
     * One operation that was decided.
     *
     * @param id the case
     * @param platform the platform
     * @param step ordinal of the operation, from 1
     * @param call name of the operation
     * @param answer what it answers
     */
    public record Decision(CaseId id, PlatformId platform, int step, String call, Answer answer) {}

    /** Looks through fixtures; they are not kept. */
    public static Decisions in(Iterable<Fixture> fixtures) {
        Decisions decisions = new Decisions();
        for (Fixture fixture : fixtures) {
            for (int i = 0; i < fixture.steps().size(); i++) {
                decisions.add(fixture, i);
            }
        }
        return decisions;
    }

    /**
     * Looks through the case files of a corpus without parsing them.
     *
     * @param word a rule, a deviation, {@code answer: EBUSY} or {@code op: close}: answers that do not mention it are passed over
     * @throws org.vfiooracle.contract.yaml.YamlProblem when a case file is not whole
     */
    public static Decisions mentioning(String word, Corpus corpus) {
        Decisions decisions = new Decisions();
        for (CaseId id : corpus.ids()) {
            CaseText text = corpus.text(id);
            for (String answer : text.answers()) {
                if (answer.contains(word)) {
                    decisions.add(id, text.platforms(answer), AnswerScan.steps(answer));
                }
            }
        }
        return decisions;
    }

    /** Returns what a rule decided, in the order of the fixtures. */
    public List<Decision> byRule(String rule) {
        return List.copyOf(byRule.getOrDefault(rule, List.of()));
    }

    /** Returns what the rules decided of one call, by rule, each in the order of the fixtures. */
    public SortedMap<String, List<Decision>> ofCall(String call) {
        SortedMap<String, List<Decision>> found = new TreeMap<>();
        byRule.forEach((rule, decisions) -> {
            List<Decision> mine =
                    decisions.stream().filter(d -> d.call().equals(call)).toList();
            if (!mine.isEmpty()) {
                found.put(rule, mine);
            }
        });
        return found;
    }

    /** Returns where a deviation made the difference, in the order of the fixtures. */
    public List<Decision> byDeviation(String deviation) {
        return List.copyOf(byDeviation.getOrDefault(deviation, List.of()));
    }

    /** Tells whether a rule has ever given {@code answer} to {@code call}. */
    public boolean gave(String rule, String call, Answer answer) {
        return byRule(rule).stream()
                .anyMatch(d -> d.call().equals(call) && d.answer().equals(answer));
    }

    private void add(CaseId id, List<PlatformId> platforms, List<AnswerScan.Step> steps) {
        for (PlatformId platform : platforms) {
            for (int i = 0; i < steps.size(); i++) {
                AnswerScan.Step step = steps.get(i);
                add(new Decision(id, platform, i + 1, step.call(), step.answer()), step.rule(), step.deviation());
            }
        }
    }

    private void add(Decision decision, String decided, Optional<String> deviation) {
        byRule.computeIfAbsent(decided, rule -> new ArrayList<>()).add(decision);
        deviation.ifPresent(which ->
                byDeviation.computeIfAbsent(which, id -> new ArrayList<>()).add(decision));
    }

    private void add(Fixture fixture, int index) {
        RecordedStep step = fixture.steps().get(index);
        Decision decision = new Decision(
                fixture.performed().id(),
                fixture.platform(),
                index + 1,
                step.operation().name(),
                step.outcome().answer());
        add(decision, step.rule(), step.intended().map(RecordedStep.Intended::deviation));
    }
}
