// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * Which calls are answered how in a corpus, and why.
 *
 * @param all by call, then by answer
 */
public record AnsweredCalls(List<AnsweredCall> all) {
    private record Key(String call, Answer answer, String rule) {}

    private record Seen(Set<PlatformId> platforms, SortedSet<CaseId> about, SortedSet<CaseId> others) {
        Seen() {
            this(new HashSet<>(), new TreeSet<>(), new TreeSet<>());
        }

        List<CaseId> cases() {
            List<CaseId> cases = new ArrayList<>(about);
            others.stream().filter(id -> !about.contains(id)).forEach(cases::add);
            return cases;
        }
    }

    public AnsweredCalls {
        all = List.copyOf(all);
    }

    /** Looks through cases. */
    public static AnsweredCalls of(Collection<CaseFacts> cases) {
        Map<Key, Seen> seen = new LinkedHashMap<>();
        for (CaseFacts facts : cases) {
            for (Fixture fixture : facts.fixtures().values()) {
                add(seen, facts, fixture);
            }
        }
        return new AnsweredCalls(seen.entrySet().stream()
                .map(one -> new AnsweredCall(
                        one.getKey().call(),
                        one.getKey().answer(),
                        one.getKey().rule(),
                        one.getValue().platforms(),
                        one.getValue().cases()))
                .sorted(Comparator.comparing(AnsweredCall::call)
                        .thenComparing(one -> !one.answer().succeeded())
                        .thenComparing(one -> one.answer().toString())
                        .thenComparing(AnsweredCall::rule))
                .toList());
    }

    private static void add(Map<Key, Seen> seen, CaseFacts facts, Fixture fixture) {
        for (int i = 0; i < fixture.steps().size(); i++) {
            RecordedStep step = fixture.steps().get(i);
            Key key = new Key(step.operation().name(), step.outcome().answer(), step.rule());
            Seen here = seen.computeIfAbsent(key, any -> new Seen());
            here.platforms().add(fixture.platform());
            (i == facts.run().asked() ? here.about() : here.others()).add(facts.id());
        }
    }

    /** What a call is answered; a call of a certain kind of file counts as that call. */
    public List<AnsweredCall> ofCall(String call) {
        return all.stream()
                .filter(one -> call.equals(one.call()) || call.startsWith(one.call() + " "))
                .toList();
    }

    /** What a rule answers. */
    public List<AnsweredCall> ofRule(String rule) {
        return all.stream().filter(one -> one.rule().equals(rule)).toList();
    }
}
