// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.samples.SampleCases;

/** An implementation that does not go to the end of a case is judged by what it did, and by no more. */
final class PartialTest {
    private static final Halt AT_MAP = new Halt(7, Halt.Cause.UNSUPPORTED, "no mappings yet");

    private final Fixture join = SampleCases.fixture(SampleCases.JOIN);

    @Test
    void what_was_performed_agrees_and_the_rest_is_not_reached() {
        Comparison comparison = compare(begun(6, AT_MAP));

        assertThat(comparison.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(comparison.verdict().finding()).isFalse();
        assertThat(comparison.stepsCompared()).isEqualTo(6);
        assertThat(comparison.notReached()).isEqualTo(1);
        assertThat(comparison.reason()).isEqualTo("VFIO_IOMMU_MAP_DMA: no mappings yet");
        assertThat(comparison.compared().sees(Part.STATE)).isFalse();
    }

    @Test
    void a_difference_before_the_end_is_one() {
        Observation wrong = Observation.begun(
                join.performed().id(),
                Answers.asIn(join).answer(3, "EBUSY").only(6).observation().steps(),
                AT_MAP);

        Comparison comparison = compare(wrong);

        assertThat(comparison.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(comparison.differences()).hasSize(1);
        assertThat(comparison.notReached()).isEqualTo(1);
    }

    @Test
    void fewer_answers_than_it_says_are_a_difference() {
        Comparison comparison = compare(begun(4, AT_MAP));

        assertThat(comparison.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(comparison.differences().get(0).statement()).isEqualTo("answered 4 of 6 operations");
    }

    @Test
    void who_performs_nothing_has_skipped_the_case() {
        Comparison comparison = compare(begun(0, new Halt(1, Halt.Cause.NOT_MODELLED, "descriptors")));

        assertThat(comparison.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(comparison.reason()).isEqualTo("open: not modelled: descriptors");
        assertThat(comparison.stepsCompared()).isZero();
    }

    @Test
    void a_skip_names_the_call_where_it_says_which() {
        Observation skipped =
                Observation.skipped(join.performed().id(), new Halt(7, Halt.Cause.UNDEFINED, "writes anywhere"));

        assertThat(compare(skipped).reason()).isEqualTo("VFIO_IOMMU_MAP_DMA: undefined: writes anywhere");
    }

    @Test
    void statistics_count_what_was_not_reached_with_its_call() {
        Statistics statistics = new Statistics();
        statistics.add(join, compare(begun(6, AT_MAP)));

        assertThat(statistics.operationsCompared()).isEqualTo(6);
        assertThat(statistics.operationsNotReached()).isEqualTo(1);
        assertThat(statistics.count(Verdict.CONFORMS)).isZero();
        assertThat(statistics.calls().stream().filter(call -> call.call().equals("VFIO_IOMMU_MAP_DMA")))
                .singleElement()
                .satisfies(call -> assertThat(call.notCompared()).isEqualTo(Map.of("not reached", 1)));
    }

    private Observation begun(int steps, Halt halt) {
        return Observation.begun(
                join.performed().id(), SampleCases.answers(join).subList(0, steps), halt);
    }

    private Comparison compare(Observation observation) {
        return FixtureDiff.compare(join, observation, Observes.ALL, Strictness.STATE);
    }
}
