// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.samples.SampleCases;

final class ProgramComparisonTest {
    private static final PlatformId POWER7 = PlatformId.parse("ioda1-linux-4.12-64k");
    private static final List<ProgramComparison.Candidate> CANDIDATES = List.of(
            new ProgramComparison.Candidate(SampleCases.PROGRAM, List.of(POWER7, SampleCases.POWER9)),
            new ProgramComparison.Candidate(SampleCases.JOIN, List.of(SampleCases.POWER9)));

    private static ProgramComparison of(String left, String right, Strictness strictness) {
        return ProgramComparison.of(left, right, CANDIDATES, SampleCases.PLATFORMS, strictness);
    }

    @Test
    void two_programs_are_told_the_same_and_the_first_difference_is_told_with_its_platforms() {
        ProgramComparison comparison = of("qemu-2.11", "qemu-2.12", Strictness.OUTCOME);

        assertThat(comparison.alike()).isEqualTo(1);
        assertThat(comparison.differing()).hasSize(1);
        Map.Entry<Contrast, List<PlatformId>> found =
                comparison.differing().entrySet().iterator().next();
        assertThat(found.getKey().left() + " " + found.getKey().right()).isEqualTo("exited running");
        assertThat(found.getValue()).containsExactly(POWER7);
    }

    @Test
    void calls_count_where_structs_do() {
        ProgramComparison comparison = of("qemu-5.1", "qemu-5.2", Strictness.STRUCTS);

        assertThat(comparison.differing().keySet())
                .anySatisfy(contrast -> assertThat(contrast.left()).startsWith("VFIO_DEVICE_GET_INFO(D1"));
        assertThat(of("qemu-5.1", "qemu-5.2", Strictness.OUTCOME).differing()).isEmpty();
    }

    @Test
    void what_one_of_them_is_not_told_is_counted_and_cases_without_a_program_are_not() {
        ProgramComparison comparison = of("qemu-7.2", "qemu-1.0", Strictness.OUTCOME);

        assertThat(comparison.notModelled()).isEqualTo(2);
        assertThat(comparison.alike() + comparison.differing().size()).isZero();
    }
}
