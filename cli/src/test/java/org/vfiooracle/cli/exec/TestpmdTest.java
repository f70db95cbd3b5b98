// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DPDK's own program on machines of 3 GiB and of 64 GiB. */
final class TestpmdTest extends ProgramTest {
    private static final Path TESTPMD = Path.of("/usr/bin/dpdk-testpmd");

    /** Memory of 8 MiB is mapped page by page, which is enough to see; it is too little for packets. */
    private static final String COMMAND = "echo quit | " + TESTPMD
            + " --no-huge -m 8 -a 0000:02:00.0 --no-telemetry --no-shconf -- -i --total-num-mbufs=2048";

    private static final String WINDOW =
            "VFIO_IOMMU_SPAPR_TCE_CREATE(C1, page_shift 12, window_size 0x200000000, levels 1)";

    @BeforeEach
    void testpmd() {
        Assumptions.assumeTrue(
                Files.isExecutable(TESTPMD), TESTPMD + " is not there: apt-get install dpdk-dev brings it");
    }

    @Test
    void the_window_that_it_wants_is_larger_than_a_small_machine() {
        Programs.Run run = programs.exec(POWER8 + " --topology six-groups", COMMAND);

        assertThat(run.oracle().err()).contains(WINDOW + " = EINVAL   spapr.create.ram-bound");
        assertThat(run.output()).contains("Could not create new DMA window");
    }

    @ParameterizedTest
    @ValueSource(strings = {POWER8, POWER9})
    void with_more_memory_only_its_device_does_not_answer(String platform) {
        Programs.Run run = programs.exec(platform + " --topology six-groups-64g", COMMAND);

        assertThat(run.oracle().err())
                .contains(
                        WINDOW + " = 0, start_addr 0x0   spapr.window.made",
                        "8 MiB mapped",
                        "a driver that waits for its device")
                .doesNotContain("NOT MODELLED", "EINVAL", "ENOMEM");
        assertThat(run.output())
                .contains("Using IOMMU type 7 (sPAPR)", "failed to init HW")
                .doesNotContain("DMA window", "DMA remapping failed");
    }
}
