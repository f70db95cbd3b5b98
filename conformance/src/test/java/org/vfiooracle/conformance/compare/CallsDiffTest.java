// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.samples.SampleCases;

/** The VFIO calls of a program are compared one by one, but not why the kernel answered as it did. */
final class CallsDiffTest {
    private static final Fixture FIXTURE = SampleCases.fixture(SampleCases.PROGRAM);
    private static final int MAP = 1;

    private static List<String> differences(UnaryOperator<List<HostCall>> edit, Observes observes) {
        List<ObservedStep> steps = new ArrayList<>(SampleCases.answers(FIXTURE));
        ObservedStep right = steps.get(MAP);
        steps.set(
                MAP,
                new ObservedStep(
                        right.answer(), right.out(), right.lockedPages(), right.effects(), edit.apply(right.calls())));
        Observation observation = Observation.answered(FIXTURE.performed().id(), steps);
        return FixtureDiff.compare(FIXTURE, observation, observes, Strictness.STRUCTS).differences().stream()
                .map(Difference::toString)
                .toList();
    }

    private static HostCall map() {
        List<HostCall> calls = FIXTURE.steps().get(MAP).outcome().calls();
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    @Test
    void another_answer_of_the_kernel_is_a_difference() {
        HostCall refused = new HostCall(map().operation(), Answer.of(Errno.EBUSY), map().out(), "");

        assertThat(differences(calls -> List.of(refused), Observes.ALL))
                .singleElement()
                .asString()
                .contains("calls[0]", "VFIO_IOMMU_MAP_DMA", "= 0", "= EBUSY");
    }

    @Test
    void a_call_too_few_and_one_too_many_are_differences() {
        assertThat(differences(calls -> List.of(), Observes.ALL))
                .singleElement()
                .asString()
                .contains("calls[0]");
        assertThat(differences(calls -> List.of(map(), map()), Observes.ALL))
                .singleElement()
                .asString()
                .contains("calls[1]");
    }

    @Test
    void another_reason_of_the_kernel_is_none() {
        HostCall elsewhere = new HostCall(map().operation(), map().answer(), map().out(), "of another implementation");

        assertThat(differences(calls -> List.of(elsewhere), Observes.ALL)).isEmpty();
    }

    @Test
    void who_sees_no_calls_is_not_compared_in_them() {
        assertThat(differences(calls -> List.of(), Observes.of(Part.ANSWER, Part.OUT)))
                .isEmpty();
    }
}
