// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.Subjects;
import org.vfiooracle.generator.alphabet.Ask;
import org.vfiooracle.generator.explore.Subject;

/** What a trace clears a mutant of, the mutant has not done: it answers and leaves the state as the platform does. */
final class SuspectsTest {
    @ParameterizedTest
    @CsvSource({
        "phb4-linux-6.12-4k, spapr",
        "ioda1-linux-4.2-64k, spapr",
        "pseries-linux-6.12-4k, spapr",
        "x86-linux-6.12-4k, type1"
    })
    void a_mutant_that_is_cleared_does_the_same_as_the_platform(String platform, String alphabet) {
        Subject subject = Subjects.of(PlatformId.parse(platform), alphabet, 1);
        Scrutiny scrutiny = new Scrutiny(subject);

        for (Subject.Start start : subject.starts()) {
            for (State state : scrutiny.statesAfter(start.state())) {
                subject.calls().of(state).forEach(ask -> scrutiny.of(state, ask.operation()));
            }
        }

        assertThat(scrutiny.wrong).isEmpty();
        assertThat(scrutiny.cleared)
                .as("kinds that were cleared")
                .containsKeys(
                        Mutant.Kind.SWAPPED, Mutant.Kind.LIMIT_OFF, Mutant.Kind.STEP_REMOVED, Mutant.Kind.KNOWN_BUG);
    }

    @ParameterizedTest
    @CsvSource({
        "phb4-linux-6.12-4k, spapr, qemu-2.12, A.0@0",
        "ioda1-linux-4.2-64k, spapr, qemu-7.2, D.0@0",
        "phb4-linux-6.12-4k, spapr, dpdk-26.07, A.0@0"
    })
    void neither_does_one_of_another_program(String platform, String alphabet, String program, String device) {
        Subject subject = Subjects.of(PlatformId.parse(platform), alphabet, 0);
        Scrutiny scrutiny = new Scrutiny(subject);
        Process process = new Process(
                OptionalLong.empty(), false, Map.of("B1", new Buffer("B1", 1L << 28, Buffer.Backing.HUGE_2M, true)), 0);
        Operation start = OperationCodec.decode(
                Map.of("op", "start", "program", program, "as", "V1", "ram", "B1", "devices", List.of(device)), "");

        scrutiny.of(State.initial(subject.topology(), process), start);

        assertThat(scrutiny.wrong).isEmpty();
        assertThat(scrutiny.cleared).containsKey(Mutant.Kind.PROGRAM_BUG);
    }

    /** Asks each mutant that is cleared nevertheless. */
    private static final class Scrutiny {
        private final Subject subject;
        private final Mutants mutants;
        private final Traced traced;
        private final Suspects suspects;
        private final Map<Mutant.Kind, Integer> cleared = new EnumMap<>(Mutant.Kind.class);
        private final List<String> wrong = new ArrayList<>();

        Scrutiny(Subject subject) {
            this.subject = subject;
            this.mutants = Mutants.of(subject.machine());
            this.traced = Traced.of(subject.machine());
            this.suspects = new Suspects(traced, mutants, mutants.all());
        }

        /** A state, and those to which one call leads, without those that are the same. */
        Set<State> statesAfter(State first) {
            Set<State> states = new HashSet<>(Set.of(first));
            List<Ask> calls = subject.calls().of(first);
            for (int i = 0; i < calls.size(); i += 7) {
                subject.machine()
                        .performIfModelled(first, calls.get(i).operation())
                        .ifPresent(done -> states.add(done.next()));
            }
            return states;
        }

        void of(State state, Operation operation) {
            traced.begin();
            Optional<Transition> done = traced.machine().performIfModelled(state, operation);
            done.ifPresent(right -> suspects.of(operation, traced.trace(), mutant -> {
                if (suspects.cleared(mutant, state, operation, traced.trace())) {
                    cleared.merge(mutant.kind(), 1, Integer::sum);
                    Contest contest = Contest.of(mutant, state, operation, right);
                    if (contest.caught() || contest.silent(right)) {
                        wrong.add(mutant + " does otherwise: " + operation);
                    }
                }
            }));
        }
    }
}
