// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProcessCall;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.protocol.message.PerformedCalls;

final class RandomCasesTest {
    @Test
    void cases_of_a_few_calls_have_no_others() {
        PerformedCalls few = PerformedCalls.named(
                List.of("open", "close", "VFIO_GROUP_SET_CONTAINER", "VFIO_SET_IOMMU", "VFIO_CHECK_EXTENSION"));
        RandomCases random = new RandomCases(7, 14, POWER9, TOPOLOGY, few);
        Set<String> names = new TreeSet<>();

        for (int i = 0; i < 50; i++) {
            Case made = random.make(i);
            assertThat(made.operations()).hasSize(14);
            made.operations().forEach(operation -> names.add(operation.name()));
        }

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "open", "close", "VFIO_GROUP_SET_CONTAINER", "VFIO_SET_IOMMU", "VFIO_CHECK_EXTENSION");
    }

    private static final int CASES = 400;
    private static final Platforms PLATFORMS = Platforms.load();
    private static final Machine POWER9 = PLATFORMS.machine(PlatformId.parse("phb4-linux-6.12-4k"));
    private static final Topology TOPOLOGY = PLATFORMS.topology("six-groups", POWER9.profile());

    @Test
    void the_same_seed_gives_the_same_cases_whatever_was_made_before() {
        assertThat(made(7, 20)).isEqualTo(made(7, 20)).isNotEqualTo(made(8, 20));
        assertThat(new RandomCases(7, 14, POWER9, TOPOLOGY).make(19))
                .isEqualTo(made(7, 20).get(19));
    }

    @Test
    void no_case_is_longer_than_asked_for_by_more_than_its_opening() {
        assertThat(made(1, 100)).allSatisfy(one -> assertThat(one.operations()).hasSizeLessThanOrEqualTo(24));
    }

    @Test
    void cases_get_deep() {
        int shared = 0;
        int mapped = 0;
        for (Case one : made(3, CASES)) {
            boolean sharesWindows = false;
            boolean maps = false;
            for (PerformedOperation step : Performance.of(one, POWER9, TOPOLOGY).steps()) {
                State state = step.transition().next();
                for (var container : state.containers().values()) {
                    if (container.iommu().orElse(null) instanceof Spapr spapr) {
                        sharesWindows |=
                                spapr.attached().size() > 1 && !spapr.windows().isEmpty();
                        maps |= spapr.windows().values().stream()
                                .anyMatch(window -> !window.tces().isEmpty());
                    }
                }
            }
            shared += sharesWindows ? 1 : 0;
            mapped += maps ? 1 : 0;
        }
        assertThat(shared).isGreaterThan(CASES / 8);
        assertThat(mapped).isGreaterThan(CASES / 8);
    }

    @Test
    void every_kind_of_operation_that_is_modelled_comes_up() {
        Set<String> seen = new TreeSet<>();
        for (Case one : made(5, 4 * CASES)) {
            for (Operation operation : one.operations()) {
                Operation call = operation instanceof Operation.By by ? by.call() : operation;
                seen.add(call.getClass().getSimpleName());
            }
        }
        Set<String> all = new TreeSet<>();
        for (Class<?> kind : Operation.class.getPermittedSubclasses()) {
            all.add(kind.getSimpleName());
        }
        all.remove("By");
        all.remove("ProgramCall"); // not of the kernel
        all.remove("ProcessCall");
        for (Class<?> kind : ProcessCall.class.getPermittedSubclasses()) {
            all.add(kind.getSimpleName());
        }
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void a_child_ends_in_one_case_of_fifty_or_more() {
        long ending = made(6, CASES).stream()
                .filter(one -> one.operations().stream()
                        .anyMatch(operation ->
                                operation instanceof Operation.By by && by.call() instanceof Operation.Exit))
                .count();

        assertThat(ending).isGreaterThan(CASES / 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ioda2-linux-6.12-64k", "phb4-linux-5.10-4k", "pseries-linux-6.12-4k"})
    void a_case_that_spoils_the_machine_is_made_only_where_it_gets_a_boot_of_its_own(String platform) {
        RandomCases random = random(platform);
        for (int i = 0; i < CASES; i++) {
            assertThat(spoils(random.make(i), platform)).as("case " + i).isFalse();
        }
        for (int i = 0; i < 20; i++) {
            assertThat(spoils(random.alone(i).orElseThrow(), platform))
                    .as("case " + i)
                    .isTrue();
        }
        assertThat(random.alone(7)).isEqualTo(random(platform).alone(7)).isNotEqualTo(random.alone(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pseries-linux-5.10-4k", "x86-linux-6.12-4k"})
    void where_nothing_spoils_the_machine_there_is_no_such_case(String platform) {
        assertThat(random(platform).alone(0)).isEmpty();
    }

    private static RandomCases random(String platform) {
        Machine machine = PLATFORMS.machine(PlatformId.parse(platform));
        return new RandomCases(4, 14, machine, PLATFORMS.topology("six-groups", machine.profile()));
    }

    /** By what the case did, told without the generator: a device in reset, or refused a window. */
    private static boolean spoils(Case one, String platform) {
        Machine machine = PLATFORMS.machine(PlatformId.parse(platform));
        Topology topology = PLATFORMS.topology("six-groups", machine.profile());
        return Performance.of(one, machine, topology).steps().stream().anyMatch(step -> {
            String rule = step.transition().rule().id();
            Operation call = step.operation() instanceof Operation.By by ? by.call() : step.operation();
            boolean reset =
                    call instanceof Operation.EehPeOp eeh && Set.of(1, 6, 7).contains(eeh.peOp());
            return rule.equals("spapr.partition.refused") || reset && rule.equals("spapr.eeh.done");
        });
    }

    private static List<Case> made(long seed, int number) {
        RandomCases random = new RandomCases(seed, 14, POWER9, TOPOLOGY);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            cases.add(random.make(i));
        }
        return cases;
    }
}
