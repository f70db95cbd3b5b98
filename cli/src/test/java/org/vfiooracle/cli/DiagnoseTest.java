// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiagnoseTest {
    @Test
    void a_message_leads_to_the_call_the_rules_and_what_to_look_at() {
        Ran.of("diagnose", "qemu-system-ppc64: VFIO_MAP_DMA failed: Cannot allocate memory")
                .ended(0)
                .said("from     QEMU", "ENOMEM (12", "VFIO_IOMMU_MAP_DMA", "./oracle memlock", "type1.map.memlock");
    }

    @Test
    void rules_are_those_of_the_platform() {
        Ran ran = Ran.of("diagnose", "VFIO_IOMMU_MAP_DMA: ENOMEM", "--platform", "x86-linux-6.1-4k")
                .ended(0);

        assertThat(ran.out()).contains("type1.map.memlock").doesNotContain("spapr.");
    }

    @Test
    void a_log_is_read_line_by_line(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("guest.log");
        Files.writeString(
                log,
                "starting up\n" + "x".repeat(100_000)
                        + "\nVFIO_SET_IOMMU: EBUSY\nVFIO_SET_IOMMU: EBUSY\n\u0000\u00ff\n");

        Ran.of("diagnose", "--file", log.toString())
                .ended(0)
                .said("3: VFIO_SET_IOMMU: EBUSY", "2 of 5 lines recognised");
    }

    @Test
    void what_nobody_knows_is_said_to_be_unknown() {
        Ran.of("diagnose", "the", "guest", "is", "sad").ended(1).said("Not recognised");
    }

    @Test
    void explain_knows_errors_by_name_and_by_number() {
        Ran.of("explain", "16", "--platform", "ioda2-linux-4.1-64k")
                .ended(0)
                .said("EBUSY (16", "spapr.attach.one-group");
        Ran.of("explain", "ENOSPC").ended(0).said("No space left", "spapr.create.no-slot");
    }

    @Test
    void explain_knows_bugs_by_their_number_and_by_their_cve() {
        Ran.of("explain", "CVE-2025-21713").ended(0).said("(CVE-2025-21713)", "6.12.13");
        Ran.of("explain", "B12").ended(0).said("B12", "releases");
        Ran.of("explain", "bug", "4").ended(0).said("bug 4", "05c6cfb9 in 4.2", "spapr.map.live-entry");
    }

    @Test
    void a_message_names_the_bugs_that_it_can_come_from() {
        Ran.of("diagnose", "vfio: failed to set iommu for container: Operation not permitted")
                .ended(0)
                .said("bug      B12: ");
    }

    @Test
    void programs_read_the_same() {
        Ran.of("diagnose", "16", "--format", "json")
                .ended(0)
                .said("\"error\" : \"EBUSY\"", "\"VFIO_GROUP_SET_CONTAINER\"");
    }
}
