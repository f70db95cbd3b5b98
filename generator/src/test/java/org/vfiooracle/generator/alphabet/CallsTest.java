// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.alphabet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.Subjects;
import org.vfiooracle.generator.explore.Subject;
import org.vfiooracle.protocol.message.PerformedCalls;

final class CallsTest {
    @Test
    void nothing_is_open_at_first_so_that_things_can_only_be_opened() {
        Subject subject = Subjects.of(Subjects.POWER9, "attach", 0);

        List<Ask> asks = subject.calls().of(subject.starts().get(0).state());

        assertThat(asks)
                .extracting(Ask::operation)
                .containsExactly(new Operation.OpenContainer("C1"), new Operation.OpenGroup("A", "G1"));
    }

    @Test
    void of_interchangeable_groups_one_is_opened() {
        Subject subject = Subjects.of(Subjects.POWER9, "spapr", 0);

        assertThat(subject.calls().of(subject.starts().get(0).state()))
                .extracting(Ask::operation)
                .contains(new Operation.OpenGroup("D", "G1"), new Operation.OpenGroup("E", "G1"));
        assertThat(subject.calls().alike().kind("A"))
                .isEqualTo(subject.calls().alike().kind("F"))
                .isNotEqualTo(subject.calls().alike().kind("D"));
    }

    @Test
    void pairs_of_faults_are_two_things_wrong_in_one_call() {
        Subject single = Subjects.of(Subjects.POWER9, "spapr", 1);
        Subject pairs = Subjects.of(Subjects.POWER9, "spapr", 2);
        State deep = single.starts().get(3).state();

        assertThat(pairs.calls().of(deep))
                .hasSizeGreaterThan(3 * single.calls().of(deep).size());
        assertThat(pairs.calls().of(deep))
                .filteredOn(ask -> ask.operation() instanceof Operation.TceCreate create
                        && create.argsz() == 39
                        && create.pointer() == Pointer.UNMAPPED)
                .isNotEmpty()
                .allMatch(ask -> ask.faults() == 2);
    }

    @Test
    void numbers_follow_the_windows_of_the_container() {
        Subject subject = Subjects.of(Subjects.POWER9, "spapr", 0);
        State made = subject.machine()
                .perform(subject.starts().get(3).state(), new Operation.TceCreate("C1", 40, 0, 16, 0x4000_0000L, 1))
                .next();

        assertThat(subject.calls().of(made))
                .extracting(Ask::operation)
                .contains(new Operation.TceRemove("C1", 16, 0, 0L), new Operation.TceRemove("C1", 16, 0, 1L << 59));
    }

    @Test
    void only_calls_are_made_that_an_implementation_performs() {
        Subject few = Subject.of(
                Subjects.POWER9,
                AlphabetFile.carried("spapr"),
                1,
                PerformedCalls.named(List.of("open", "VFIO_GROUP_SET_CONTAINER")));

        assertThat(few.starts()).hasSize(2);
        assertThat(few.calls().of(few.starts().get(0).state()))
                .isNotEmpty()
                .allMatch(ask -> ask.operation().name().equals("open"));
    }
}
