// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The commands know programs above VFIO: compare, explain and try. */
final class ProgramsTest {
    @Test
    void two_programs_are_compared_in_the_cases_of_the_corpus() {
        Ran.of("compare", "qemu-2.11", "qemu-2.12")
                .ended(0)
                .said(
                        "@FALLBACK-CONTAINER-101",
                        "exited",
                        "running",
                        "not comparable because one program lacks an operation");
        Ran.of("compare", "qemu-2.11", "qemu-2.12", "--format", "json")
                .ended(0)
                .said("\"left\" : \"qemu-2.11\"", "\"platforms\"");
    }

    @Test
    void an_operation_of_programs_is_explained_by_what_it_answered() {
        Ran ran = Ran.of("explain", "H_PUT_TCE", "H_PARAMETER").ended(0);

        assertThat(ran.out()).contains("guest.tce.liobn", "guest.tce.range").doesNotContain("guest.tce.written");
        Ran.of("explain", "H_PUT_TCE", "--platform", "x86-linux-6.12-4k")
                .ended(0)
                .said("no fixture");
    }

    @Test
    void a_case_of_a_program_shows_the_calls_and_why_they_were_refused() {
        Ran.of("explain", "@FALLBACK-CONTAINER-100", "--platform", "ioda1-linux-4.12-64k")
                .ended(0)
                .said(
                        "calls VFIO_GROUP_SET_CONTAINER(G2 -> C1) = EBUSY   rule spapr.attach.no-ownership",
                        "calls VFIO_GROUP_SET_CONTAINER(G2 -> C2) = 0\n");
    }

    @Test
    void a_deviation_of_a_program_is_explained() {
        Ran.of("explain", "qemu.first-container-only")
                .ended(0)
                .said("deviation of a program", "qemu-wip-2014-12", "@FALLBACK-CONTAINER-130");
    }
}
