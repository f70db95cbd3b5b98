// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.samples.SampleCases;

/** What cases begin with alike is performed once, and comes to the same. */
final class BeginningsTest {
    private final Machine machine = SampleCases.PLATFORMS.machine(SampleCases.POWER9);
    private final Beginnings beginnings = new Beginnings(machine, SampleCases.PLATFORMS);

    @Test
    void every_case_comes_to_what_it_comes_to_alone() {
        assertThat(SampleCases.CASES).hasSizeGreaterThan(2).allSatisfy(one -> assertThat(beginnings.perform(one))
                .isEqualTo(alone(one)));
    }

    @Test
    void a_beginning_is_shared_and_what_follows_is_not() {
        Case longer = SampleCases.UNREGISTER;
        Case shorter = new Case(
                SampleCases.JOIN.id(),
                longer.topology(),
                longer.process(),
                longer.operations().subList(0, 4));

        Performance first = beginnings.perform(longer);
        Performance second = beginnings.perform(shorter);

        assertThat(second.steps()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(second.steps().get(i)).isSameAs(first.steps().get(i));
        }
    }

    @Test
    void the_same_operations_on_another_topology_begin_something_else() {
        Case here = SampleCases.STATUS;
        Case there = new Case(here.id(), "one-phb", here.process(), here.operations());
        assertThat(here.topology()).isNotEqualTo("one-phb");

        Performance first = beginnings.perform(here);
        Performance second = beginnings.perform(there);

        assertThat(second.first()).isNotEqualTo(first.first());
        assertThat(List.of(first, second)).isEqualTo(List.of(alone(here), alone(there)));
    }

    private Performance alone(Case one) {
        return Performance.outcomesOnly(
                one, machine, SampleCases.PLATFORMS.topology(one.topology(), machine.profile()));
    }
}
