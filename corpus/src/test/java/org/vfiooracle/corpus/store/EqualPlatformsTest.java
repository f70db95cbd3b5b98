// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.platforms.CorpusPlatforms;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.oracle.Machine;

/** What {@code equals} claims in {@code platforms.yaml}: every case of the corpus comes to the same on both platforms. */
final class EqualPlatformsTest {
    private static final Path ROOT = Path.of(System.getProperty("vfiooracle.root"));

    private final Platforms platforms = Platforms.load();

    /** The calls of all cases, each after the one before it. */
    private final List<Call> calls = new ArrayList<>();

    private final SortedMap<CaseId, List<Integer>> cases = cases();
    private final Map<PlatformId, List<Object>> answered = new HashMap<>();

    /**
     * A call in all cases that are the same up to it. A machine is a function, and answers all of them the same.
     *
     * @param before the call before it, -1 for none
     * @param first one of these cases
     */
    private record Call(int before, Case first, Operation operation) {}

    @Test
    void a_platform_that_is_not_recorded_answers_as_the_one_that_it_equals() {
        CorpusPlatforms list = CorpusPlatforms.read(ROOT);
        List<String> differ = new ArrayList<>();

        list.equal().forEach((platform, recorded) -> {
            List<Object> one = answers(platform);
            List<Object> other = answered.computeIfAbsent(recorded, this::answers);
            List<Boolean> same = new ArrayList<>();
            for (int call = 0; call < calls.size(); call++) {
                same.add(one.get(call).equals(other.get(call)));
            }
            cases.forEach((id, path) -> {
                if (!path.stream().allMatch(same::get)) {
                    differ.add(platform + " is not " + recorded + " in " + id);
                }
            });
        });

        assertThat(differ).isEmpty();
        assertThat(cases).hasSizeGreaterThan(400);
    }

    @Test
    void platforms_of_different_eras_are_told_apart() {
        List<Object> before = answers(PlatformId.parse("phb4-linux-5.10-4k"));

        assertThat(before).isNotEqualTo(answers(PlatformId.parse("phb4-linux-6.12-4k")));
    }

    /** What every call comes to, with what it intended, and the state afterwards; where the model has no answer the case ends. */
    private List<Object> answers(PlatformId platform) {
        Machine machine = platforms.machine(platform);
        List<Object> answers = new ArrayList<>();
        List<Optional<State>> after = new ArrayList<>();
        for (Call call : calls) {
            Optional<State> state = call.before() < 0 ? Optional.of(initial(machine, call)) : after.get(call.before());
            if (state.isEmpty()) {
                answers.add("the case has ended");
                after.add(Optional.empty());
                continue;
            }
            try {
                Transition.Explained explained = machine.explain(state.get(), call.operation());
                Transition next = explained.transition();
                answers.add(List.of(
                        next.outcome(),
                        next.rule().id(),
                        intended(call.operation(), explained.departure()),
                        next.next().containers(),
                        next.next().process()));
                after.add(Optional.of(next.next()));
            } catch (NotModelled e) {
                answers.add(String.valueOf(e.getMessage()));
                after.add(Optional.empty());
            }
        }
        return answers;
    }

    private State initial(Machine machine, Call call) {
        return State.initial(
                platforms.topology(call.first().topology(), machine.profile()),
                call.first().process());
    }

    /** What a program would go on to do where no group can be opened depends on the hardware, which is not what is equal. */
    private static Optional<?> intended(Operation operation, Optional<Transition.Departure> intended) {
        return operation instanceof ProgramCall ? intended.map(Transition.Departure::deviation) : intended;
    }

    /** The calls of each case, as places in {@link #calls}. */
    private SortedMap<CaseId, List<Integer>> cases() {
        Corpus corpus = Corpus.at(ROOT);
        SortedMap<CaseId, List<Integer>> cases = new TreeMap<>();
        Map<List<Object>, Integer> known = new HashMap<>();
        corpus.ids().forEach(id -> {
            Case one = corpus.read(id).performed();
            List<Integer> path = new ArrayList<>();
            int before = -1;
            for (Operation operation : one.operations()) {
                Call call = new Call(before, one, operation);
                before = known.computeIfAbsent(List.of(before, one.topology(), one.process(), operation), unknown -> {
                    calls.add(call);
                    return calls.size() - 1;
                });
                path.add(before);
            }
            assertThat(path).as(id.toString()).isNotEmpty();
            cases.put(id, path);
        });
        return cases;
    }
}
