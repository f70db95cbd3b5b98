// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.Subjects;
import org.vfiooracle.generator.explore.Subject;

final class MutantsTest {
    private final Subject subject = Subjects.of(Subjects.POWER9, "spapr", 1);
    private final Mutants mutants = Mutants.of(subject.machine());
    private final State registered = subject.starts().get(4).state();

    @Test
    void each_has_a_name_of_its_own() {
        assertThat(mutants.all())
                .hasSizeGreaterThan(1000)
                .extracting(Mutant::id)
                .doesNotHaveDuplicates();
        for (Mutant.Kind kind : Mutant.Kind.values()) {
            assertThat(mutants.all()).anyMatch(mutant -> mutant.kind() == kind);
        }
    }

    @Test
    void a_check_that_is_forgotten_lets_a_call_pass() {
        Operation flagged = map(0xb, 32);

        assertThat(answer("VFIO_IOMMU_MAP_DMA/spapr.map.flags/check-removed", flagged))
                .isEqualTo(Answer.OK);
        assertThat(subject.machine().perform(registered, flagged).outcome().answer())
                .isEqualTo(Answer.of(Errno.EINVAL));
    }

    @Test
    void a_limit_that_is_off_by_one_takes_one_byte_less() {
        assertThat(answer("VFIO_IOMMU_MAP_DMA/spapr.map.argsz/limit-off:argsz+", map(3, 31)))
                .isEqualTo(Answer.OK);
        assertThat(answer("VFIO_IOMMU_MAP_DMA/spapr.map.argsz/limit-off:argsz-", map(3, 32)))
                .isEqualTo(Answer.of(Errno.EINVAL));
    }

    @Test
    void two_checks_in_the_wrong_order_give_the_other_errno() {
        Operation both = new Operation.MapDma(
                "C1",
                31,
                3,
                new Address.InBuffer("B1", 0),
                0,
                0x1000,
                org.vfiooracle.engine.operation.Pointer.UNMAPPED);

        assertThat(answer("VFIO_IOMMU_MAP_DMA/struct.unreadable/swapped-with-next", both))
                .isEqualTo(Answer.of(Errno.EINVAL));
    }

    @Test
    void checks_that_answer_alike_are_not_swapped() {
        assertThat(mutants.all())
                .noneMatch(mutant -> mutant.id().equals("VFIO_IOMMU_MAP_DMA/spapr.map.argsz/swapped-with-next"));
    }

    @Test
    void a_trace_tells_which_mutants_a_call_concerns() {
        Traced traced = Traced.of(subject.machine());
        Suspects suspects = new Suspects(traced, mutants, mutants.all());
        List<String> concerned = new ArrayList<>();
        traced.begin();

        traced.machine().perform(registered, map(0x8, 32));
        suspects.of(map(0x8, 32), traced.trace(), mutant -> concerned.add(mutant.id()));

        assertThat(concerned)
                .contains("VFIO_IOMMU_MAP_DMA/spapr.map.flags/check-removed")
                .doesNotContain(
                        "VFIO_IOMMU_MAP_DMA/spapr.map.argsz/check-removed",
                        "VFIO_IOMMU_UNMAP_DMA/spapr.map.flags/check-removed");
    }

    @Test
    void a_traced_machine_answers_as_the_machine_does() {
        Traced traced = Traced.of(subject.machine());

        subject.calls().of(registered).stream().filter(ask -> ask.faults() < 2).forEach(ask -> assertThat(
                        traced.machine().performIfModelled(registered, ask.operation()))
                .isEqualTo(subject.machine().performIfModelled(registered, ask.operation())));
    }

    private Answer answer(String mutant, Operation operation) {
        Mutant wrong = mutants.all().stream()
                .filter(one -> one.id().equals(mutant))
                .findFirst()
                .orElseThrow();
        return wrong.machine().perform(registered, operation).outcome().answer();
    }

    private static Operation map(long flags, int argsz) {
        return new Operation.MapDma("C1", argsz, flags, new Address.InBuffer("B1", 0), 0, 0x1000);
    }
}
