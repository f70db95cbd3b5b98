// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.alphabet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.generator.Subjects;
import org.vfiooracle.generator.explore.Subject;
import org.vfiooracle.protocol.message.PerformedCalls;

final class AlphabetTest {
    private final Alphabet usual = AlphabetFile.carried("spapr");
    private final Topology two = Platforms.load().topology("one-phb", Subjects.POWER9);

    @Test
    void on_another_topology_its_groups_take_the_place_of_those_of_the_alphabet() {
        Alphabet moved = usual.on(two);

        assertThat(moved.topology()).isEqualTo("one-phb");
        assertThat(moved.groups()).containsExactly("A", "B");
        assertThat(opened(moved)).containsOnly("A", "B");
        assertThat(moved.starts().stream().flatMap(List::stream).toList())
                .contains(new Operation.GetDeviceFd("G1", "A.0", "D1"));
        assertThat(Subject.of(Subjects.POWER9, moved, 0, PerformedCalls.ALL).starts())
                .hasSizeGreaterThan(3);
    }

    @Test
    void a_beginning_with_a_group_that_is_not_there_is_left_out() {
        Topology one = new Topology("one", two.ramBytes(), two.groups().subList(0, 1));

        Alphabet moved = usual.on(one);

        assertThat(opened(moved)).containsOnly("A");
        assertThat(moved.starts()).hasSizeLessThan(usual.starts().size()).isNotEmpty();
    }

    @Test
    void a_process_of_a_fixed_limit_has_no_other() {
        Alphabet limited = usual.limited(OptionalLong.of(1 << 20));

        assertThat(limited.limits()).isFalse();
        assertThat(limited.processes()).isNotEmpty().allSatisfy(process -> assertThat(process.memlock())
                .hasValue(1 << 20));
    }

    private static List<String> opened(Alphabet alphabet) {
        return alphabet.starts().stream()
                .flatMap(List::stream)
                .filter(Operation.OpenGroup.class::isInstance)
                .map(open -> ((Operation.OpenGroup) open).group())
                .toList();
    }
}
