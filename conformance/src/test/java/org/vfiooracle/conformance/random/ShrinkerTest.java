// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.vfiooracle.conformance.compare.FixtureDiff;
import org.vfiooracle.conformance.compare.Repair;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/** What differs is made as short as it gets. The machine that is asked is the model, wrong in one way. */
final class ShrinkerTest {
    private static final int CASES = 120;
    private static final PlatformId PLATFORM = PlatformId.parse("phb4-linux-6.12.95-4k");
    private static final Platforms PLATFORMS = Platforms.load();
    private static final Machine MODEL = PLATFORMS.machine(PLATFORM);
    private static final Topology TOPOLOGY = PLATFORMS.topology("six-groups", MODEL.profile());

    @Test
    void a_window_that_is_full_after_one_mapping_takes_seven_operations_to_show() {
        SortedMap<Signature, CaseResult> found = shrunk(ShrinkerTest::secondMapping, "ENOSPC");

        assertThat(found.keySet().stream().map(Signature::toString))
                .containsExactly("VFIO_IOMMU_MAP_DMA answer: expected 0, got ENOSPC (rule spapr.map.mapped)");
        Case shortest = only(found);
        assertThat(shortest.operations().stream().map(Operation::name))
                .containsExactlyInAnyOrder(
                        "open",
                        "open",
                        "VFIO_GROUP_SET_CONTAINER",
                        "VFIO_SET_IOMMU",
                        "VFIO_IOMMU_SPAPR_REGISTER_MEMORY",
                        "VFIO_IOMMU_MAP_DMA",
                        "VFIO_IOMMU_MAP_DMA");
        assertThat(shortest.process().buffers()).hasSize(1);
        assertThat(shortest.process().memlock()).isEmpty();
    }

    @Test
    void what_one_operation_shows_is_one_operation() {
        SortedMap<Signature, CaseResult> found =
                shrunk(done -> done.get(done.size() - 1).operation() instanceof Operation.OpenContainer, "ENOENT");

        assertThat(only(found).operations()).hasSize(1);
        assertThat(only(found).process().buffers()).isEmpty();
    }

    @Test
    void a_machine_that_is_right_has_no_findings() {
        assertThat(RandomRun.findings(machine(done -> false, "EIO").all(made())))
                .isEmpty();
    }

    private static Case only(SortedMap<Signature, CaseResult> found) {
        assertThat(found).hasSize(1);
        return found.get(found.firstKey()).fixture().performed();
    }

    private static boolean secondMapping(List<RecordedStep> done) {
        return maps(done.get(done.size() - 1))
                && done.stream().filter(ShrinkerTest::maps).count() > 1;
    }

    private static boolean maps(RecordedStep step) {
        return step.operation() instanceof Operation.MapDma
                && step.outcome().answer().toString().equals("0");
    }

    private static SortedMap<Signature, CaseResult> shrunk(Predicate<List<RecordedStep>> wrong, String errno) {
        Asked machine = machine(wrong, errno);
        SortedMap<Signature, CaseResult> found = RandomRun.findings(machine.all(made()));
        assertThat(found).isNotEmpty();
        return new Shrinker(machine).shrink(found);
    }

    private static List<Case> made() {
        RandomCases random = new RandomCases(3, 16, MODEL, TOPOLOGY);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(random.make(i));
        }
        return cases;
    }

    /** Answers {@code errno} to every operation for which {@code wrong} holds, given all steps up to that one. */
    private static Asked machine(Predicate<List<RecordedStep>> wrong, String errno) {
        return (Collection<Case> cases) -> cases.stream()
                .flatMap(one -> predicted(one).stream())
                .map(fixture -> compared(fixture, wrong, errno))
                .toList();
    }

    private static Optional<Fixture> predicted(Case one) {
        try {
            return Optional.of(Performance.predicted(one, PLATFORM, MODEL, TOPOLOGY, ""));
        } catch (NotModelled unknown) {
            return Optional.empty();
        }
    }

    private static CaseResult compared(Fixture fixture, Predicate<List<RecordedStep>> wrong, String errno) {
        List<ObservedStep> steps = new ArrayList<>();
        for (int i = 0; i < fixture.steps().size(); i++) {
            ObservedStep right = ObservedStep.of(fixture.steps().get(i).outcome());
            boolean here = wrong.test(fixture.steps().subList(0, i + 1));
            steps.add(here ? new ObservedStep(errno, right.out(), right.lockedPages(), right.effects()) : right);
        }
        Observation observation = Observation.answered(fixture.performed().id(), steps);
        FixtureDiff diff = new FixtureDiff(Observes.ALL, Strictness.STRUCTS, Repair.NONE);
        return new CaseResult(fixture, observation, diff.compare(fixture, observation));
    }
}
