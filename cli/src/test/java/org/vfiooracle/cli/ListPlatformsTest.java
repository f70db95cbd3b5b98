// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What can be asked is listed, and the names that people use are understood wherever a platform is named. */
final class ListPlatformsTest {
    private static final String ROOT = TestCheckout.REAL.toString();

    @Test
    void all_generations_are_listed_with_their_hardware_and_the_programs() {
        assertThat(Ran.of("platforms", "--root", ROOT).ended(0).out())
                .contains("POWER7", "POWER8", "POWER9", "POWER10", "PowerVM", "powernv9", "q35", "4.11..6.6")
                .contains("qemu-7.2", "dpdk-18.11");
    }

    @Test
    void the_platforms_of_a_processor_are_listed_with_their_bugs() {
        Ran ran = Ran.of("platforms", "POWER7", "--deviations", "--root", ROOT).ended(0);

        assertThat(ran.err()).contains("\"POWER7\" is read as ioda1-linux-4.1-64k");
        assertThat(ran.out())
                .contains("ioda1-linux-4.12-64k", "Linux 4.12", "device.info-answers-bytes-left")
                .doesNotContain("ioda2-linux");
    }

    @Test
    void every_release_can_be_listed_and_read_by_a_program() {
        assertThat(Ran.of("platforms", "p5ioc2", "--releases", "--format", "json", "--root", ROOT)
                        .ended(0)
                        .out())
                .contains("\"platform\" : \"p5ioc2-linux-4.5-64k\"", "\"recorded_as\" : \"p5ioc2-linux-4.1-64k\"");
    }

    @Test
    void how_a_name_was_understood_is_said_once_and_beside_the_findings() {
        Ran spoken = Ran.of("explain", "VFIO_SET_IOMMU", "--platform", "power9 6.12 4k", "--root", ROOT)
                .ended(0);
        Ran exact = Ran.of("explain", "VFIO_SET_IOMMU", "--platform", "phb4-linux-6.12-4k", "--root", ROOT)
                .ended(0);

        assertThat(spoken.out()).isEqualTo(exact.out());
        assertThat(spoken.err()).isEqualTo("oracle explain: \"power9 6.12 4k\" is read as phb4-linux-6.12-4k\n");
        assertThat(exact.err()).isEmpty();
    }

    @Test
    void versions_of_oracle_commit_and_corpus_are_told() {
        assertThat(Ran.of("--version").ended(0).out())
                .matches("vfio-oracle [^,]+(, commit [0-9a-f]{12})?, corpus [0-9.]+\\R");
    }
}
