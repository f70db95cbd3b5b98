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
    private final SortedMap<CaseId, Case> cases = cases();
    private final Map<PlatformId, Map<CaseId, List<String>>> answered = new HashMap<>();

    @Test
    void a_platform_that_is_not_recorded_answers_as_the_one_that_it_equals() {
        CorpusPlatforms list = CorpusPlatforms.read(ROOT);
        List<String> differ = new ArrayList<>();

        list.equal().forEach((platform, recorded) -> {
            Map<CaseId, List<String>> one = answers(platform);
            Map<CaseId, List<String>> other = answered.computeIfAbsent(recorded, this::answers);
            cases.keySet().stream()
                    .filter(id -> !one.get(id).equals(other.get(id)))
                    .forEach(id -> differ.add(platform + " is not " + recorded + " in " + id));
        });

        assertThat(differ).isEmpty();
        assertThat(cases).hasSizeGreaterThan(400);
    }

    @Test
    void platforms_of_different_eras_are_told_apart() {
        Map<CaseId, List<String>> before = answers(PlatformId.parse("phb4-linux-5.10-4k"));

        assertThat(before).isNotEqualTo(answers(PlatformId.parse("phb4-linux-6.12-4k")));
    }

    private Map<CaseId, List<String>> answers(PlatformId platform) {
        Machine machine = platforms.machine(platform);
        Map<CaseId, List<String>> answers = new HashMap<>();
        cases.forEach((id, one) -> answers.put(id, answers(machine, one)));
        return answers;
    }

    /** What every call comes to, with what it intended, and the state afterwards; where the model has no answer the case ends. */
    private List<String> answers(Machine machine, Case one) {
        State state = State.initial(platforms.topology(one.topology(), machine.profile()), one.process());
        List<String> answers = new ArrayList<>();
        for (Operation operation : one.operations()) {
            try {
                Transition next = machine.perform(state, operation);
                answers.add(next.outcome() + " " + next.rule().id() + " "
                        + intended(operation, machine.departure(state, operation)));
                state = next.next();
            } catch (NotModelled e) {
                answers.add(String.valueOf(e.getMessage()));
                break;
            }
        }
        answers.add(state.containers() + " " + state.process());
        return answers;
    }

    /** What a program would go on to do where no group can be opened depends on the hardware, which is not what is equal. */
    private static String intended(Operation operation, Optional<Transition.Departure> intended) {
        return operation instanceof ProgramCall
                ? intended.map(Transition.Departure::deviation).toString()
                : intended.toString();
    }

    private static SortedMap<CaseId, Case> cases() {
        Corpus corpus = Corpus.at(ROOT);
        SortedMap<CaseId, Case> cases = new TreeMap<>();
        corpus.ids().forEach(id -> cases.put(id, corpus.read(id).performed()));
        return cases;
    }
}
