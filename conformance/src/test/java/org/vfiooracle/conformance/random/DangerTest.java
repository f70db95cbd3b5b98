// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.samples.SampleCases;

final class DangerTest {
    private static final Platforms PLATFORMS = Platforms.load();
    private static final List<Operation> JOINED = List.of(
            new Operation.OpenContainer("C1"),
            new Operation.OpenGroup("A", "G1"),
            new Operation.SetContainer("G1", "C1"),
            new Operation.SetIommu("C1", 7));

    @Test
    void an_ordinary_case_has_none() {
        for (Case performed : SampleCases.CASES) {
            assertThat(new Danger(PLATFORMS).of(SampleCases.fixture(performed, SampleCases.POWER9)))
                    .isEmpty();
        }
    }

    @Test
    void a_device_may_stay_in_reset() {
        assertThat(danger("phb4-linux-6.12-4k", Buffer.Backing.PAGE, eeh(6)))
                .hasValueSatisfying(text -> assertThat(text).contains("EEH"));
        assertThat(danger("phb4-linux-6.12-4k", Buffer.Backing.PAGE, eeh(4))).isEmpty();
    }

    @Test
    void a_power8_may_never_return_from_an_invalidation_of_nothing() {
        Operation nothing = new Operation.UnmapDma("C1", 24, 0, 0, 0);
        Operation register = new Operation.RegisterMemory("C1", 24, 0, new Address.InBuffer("B1", 0), 0x100_0000);

        assertThat(danger("ioda2-linux-6.12-4k", Buffer.Backing.PAGE, register, nothing))
                .hasValueSatisfying(text -> assertThat(text).contains("invalidation"));
        assertThat(danger("phb4-linux-6.12-4k", Buffer.Backing.PAGE, register, nothing))
                .isEmpty();
    }

    @Test
    void a_power8_with_small_pages_may_never_return_from_registering_huge_ones() {
        Operation register = new Operation.RegisterMemory("C1", 24, 0, new Address.InBuffer("B1", 0), 0x100_0000);

        assertThat(danger("ioda2-linux-6.12-4k", Buffer.Backing.HUGE_16M, register))
                .hasValueSatisfying(text -> assertThat(text).contains("huge pages"));
        assertThat(danger("ioda2-linux-6.12-64k", Buffer.Backing.HUGE_16M, register))
                .isEmpty();
        assertThat(danger("ioda2-linux-6.12-4k", Buffer.Backing.PAGE, register)).isEmpty();
    }

    private static Operation eeh(int operation) {
        return new Operation.EehPeOp("C1", 12, 0, operation, 0, 0, 0, 0, org.vfiooracle.engine.operation.Pointer.GOOD);
    }

    private static Optional<String> danger(String platform, Buffer.Backing backing, Operation... more) {
        List<Operation> operations = new java.util.ArrayList<>(JOINED);
        operations.addAll(List.of(more));
        Process process =
                new Process(OptionalLong.empty(), false, Map.of("B1", new Buffer("B1", 0x100_0000, backing, true)), 0);
        Case performed = new Case(CaseId.parse("ATTACH-999"), "six-groups", process, operations);
        PlatformId id = PlatformId.parse(platform);
        Fixture fixture = Performance.predicted(
                performed, id, PLATFORMS.machine(id), PLATFORMS.topology("six-groups", PLATFORMS.profile(id)), "");
        return new Danger(PLATFORMS).of(fixture);
    }
}
