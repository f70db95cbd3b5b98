// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.Subjects;
import org.vfiooracle.generator.alphabet.AlphabetFile;
import org.vfiooracle.generator.explore.Violation.Invariant;
import org.vfiooracle.protocol.message.PerformedCalls;

final class ExplorationTest {
    @TempDir
    private Path folder;

    @Test
    void the_result_is_the_same_however_many_threads_there_are() {
        Subject subject = Subjects.of(Subjects.POWER9, "attach", 0);

        Reached one = explored(subject, new Exploration.Limits(6, 1, 1 << 20, false, false))
                .run();
        Reached four = explored(subject, new Exploration.Limits(6, 4, 1 << 20, false, false))
                .run();

        assertThat(one.states()).isGreaterThan(40).isEqualTo(four.states());
        assertThat(one.count().transitions()).isEqualTo(four.count().transitions());
        assertThat(one.count().pairs()).isEqualTo(four.count().pairs());
    }

    @Test
    void states_that_differ_only_in_names_are_one() {
        Subject subject = Subjects.of(Subjects.POWER9, "attach", 0);

        int symmetric = explored(subject, new Exploration.Limits(5, 2, 1 << 20, false, false))
                .run()
                .states();
        Subject apart = Subject.of(Subjects.POWER9, AlphabetFile.carried("attach"), 0, PerformedCalls.ALL, true);
        int named = explored(apart, new Exploration.Limits(5, 2, 1 << 20, false, true))
                .run()
                .states();

        assertThat(symmetric).isLessThan(named);
    }

    /** The number that SPIN finds in bench/spin/attach.pml, which was written anew from what the kernel does. */
    @Test
    void groups_and_containers_have_as_many_states_as_in_spin() {
        Subject named = Subject.of(Subjects.POWER9, AlphabetFile.carried("attach"), 0, PerformedCalls.ALL, true);

        Reached reached = explored(named, new Exploration.Limits(40, 2, 1 << 20, false, true))
                .run();

        assertThat(reached.waiting()).isZero();
        assertThat(reached.states()).isEqualTo(55_424);
    }

    /** A state that is near one beginning and far from another one counts as near. */
    @Test
    void a_deeper_exploration_reaches_all_that_a_shallow_one_does() {
        Subject subject = Subjects.of(Subjects.POWER9, "spapr", 0);
        Exploration shallow = explored(subject, new Exploration.Limits(3, 2, 1 << 20, false, false));
        Exploration deep = explored(subject, new Exploration.Limits(4, 2, 1 << 20, false, false));

        Reached near = shallow.run();
        Reached far = deep.run();

        assertThat(far.count().pairs()).containsAll(near.count().pairs());
        for (int i = 0; i < near.states(); i++) {
            assertThat(deep.visited().has(shallow.visited().fingerprint(i))).isTrue();
        }
    }

    @Test
    void no_call_is_made_at_depth_0() {
        Subject subject = Subjects.of(Subjects.POWER9, "attach", 1);

        Reached reached = explored(subject, new Exploration.Limits(0, 2, 1 << 20, false, false))
                .run();

        assertThat(reached.states()).isEqualTo(1);
        assertThat(reached.count().transitions()).isZero();
    }

    @Test
    void every_path_leads_to_its_state() {
        Subject subject = Subjects.of(Subjects.POWER9, "spapr", 0);
        Exploration exploration = explored(subject, new Exploration.Limits(1, 2, 1 << 20, false, false));
        Reached reached = exploration.run();
        Fingerprint fingerprint = new Fingerprint(subject.calls().alike(), false);

        assertThat(reached.states()).isGreaterThan(50);
        for (int i = 0; i < reached.states(); i++) {
            Exploration.Path path = exploration.path(i);
            State state = State.initial(subject.topology(), path.process());
            for (Operation operation : path.operations()) {
                state = subject.machine().perform(state, operation).next();
            }
            assertThat(fingerprint.of(state)).isEqualTo(exploration.visited().fingerprint(i));
        }
    }

    @Test
    void memory_ends_it_and_it_says_so() {
        Reached reached = explored(
                        Subjects.of(Subjects.POWER9, "attach", 0), new Exploration.Limits(9, 2, 50, false, false))
                .run();

        assertThat(reached.states()).isEqualTo(50);
        assertThat(reached.count().full()).isTrue();
    }

    @Test
    void it_goes_on_from_a_checkpoint_as_if_nothing_had_happened() {
        Subject subject = Subjects.of(Subjects.POWER9, "attach", 0);
        Exploration.Limits limits = new Exploration.Limits(6, 2, 1 << 20, true, false);
        Reached whole = explored(subject, limits).run();
        Checkpoint checkpoint = new Checkpoint(folder.resolve("half"), "a subject");
        Exploration first = explored(subject, limits);
        AtomicInteger levels = new AtomicInteger();
        assertThatThrownBy(() -> first.run(() -> {
                    checkpoint.save(first);
                    if (levels.incrementAndGet() == 4) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");

        Exploration second = explored(subject, limits);
        checkpoint.resume(second);
        Reached resumed = second.run();

        assertThat(resumed.states()).isEqualTo(whole.states());
        assertThat(resumed.count().transitions()).isEqualTo(whole.count().transitions());
        assertThat(resumed.count().pairs()).isEqualTo(whole.count().pairs());
        assertThatThrownBy(() -> new Checkpoint(folder.resolve("half"), "another").resume(explored(subject, limits)))
                .isInstanceOf(CodecProblem.class)
                .hasMessageContaining("another");
    }

    @Test
    void what_breaks_an_invariant_is_told_by_the_name_of_the_bug() {
        Subject subject = Subjects.of(Subjects.POWER9, "spapr", 1);
        Exploration exploration = explored(subject, new Exploration.Limits(1, 2, 1 << 20, true, false));

        Breaches findings = Breaches.of(exploration, subject, exploration.run());

        assertThat(findings.explained()).isTrue();
        assertThat(findings.all())
                .extracting(Breaches.Finding::reason)
                .contains(Optional.of("spapr.create-leaks-charge"), Optional.of("spapr.unregister-while-mapped"));
        assertThat(findings.held()).contains(Invariant.ONE_CONTAINER, Invariant.WINDOWS_EVERYWHERE, Invariant.ANSWERED);
    }

    @Test
    void a_p5ioc2_keeps_memory_since_it_belongs_to_the_process() {
        Subject subject = Subjects.of(Subjects.P5IOC2, "spapr", 0);
        Exploration exploration = explored(subject, new Exploration.Limits(1, 2, 1 << 20, true, false));

        Breaches findings = Breaches.of(exploration, subject, exploration.run());

        assertThat(findings.explained()).isTrue();
        assertThat(findings.all())
                .filteredOn(finding -> finding.violation().invariant() == Invariant.NOTHING_LEFT)
                .extracting(Breaches.Finding::reason)
                .contains(Optional.of("memory-of-the-process"));
    }

    @Test
    void memory_that_another_container_maps_is_told_by_a_name() {
        Subject subject = Subjects.of(Subjects.POWER9, "spapr", 0);
        Exploration exploration = explored(subject, new Exploration.Limits(3, 2, 1 << 20, true, false));

        Breaches findings = Breaches.of(exploration, subject, exploration.run());

        assertThat(findings.explained()).isTrue();
        assertThat(findings.all())
                .extracting(Breaches.Finding::reason)
                .contains(Optional.of("mapped-by-another-container"));
    }

    @Test
    void nothing_is_broken_on_x86() {
        Subject subject = Subjects.of(Subjects.X86, "type1", 0);
        Exploration exploration = explored(subject, new Exploration.Limits(2, 2, 1 << 20, true, false));

        Breaches findings = Breaches.of(exploration, subject, exploration.run());

        assertThat(findings.held()).containsExactly(Invariant.values());
    }

    @Test
    void the_core_answers_alike_on_x86_and_on_power() {
        CoreAlike alike =
                CoreAlike.of(Subjects.of(Subjects.X86, "core", 1), Subjects.of(Subjects.POWER9, "core", 1), 3);

        assertThat(alike.difference()).isEmpty();
        assertThat(alike.calls()).isGreaterThan(100);
    }

    private static Exploration explored(Subject subject, Exploration.Limits limits) {
        return new Exploration(subject, subject.starts(), limits, List.of(), reached -> {});
    }
}
