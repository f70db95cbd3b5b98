// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.advice.bugs.KnownBugs;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.oracle.Deviations;

final class KnownTroubleTest {
    private static final String OVER_THE_END = """
            format: 2
            id: MAPPING-900
            platform: phb4-linux-6.12-4k
            topology: six-groups
            process:
              memlock: unlimited
              capabilities: []
              buffers:
                B1:
                  size: '0x10000'
                  backing: page
                  access: rw
            operations:
              - op: open
                group: A
                as: G1
              - op: open
                path: /dev/vfio/vfio
                as: C1
              - op: VFIO_GROUP_SET_CONTAINER
                'on': G1
                container: C1
              - op: VFIO_SET_IOMMU
                'on': C1
                type: 7
              - op: VFIO_IOMMU_SPAPR_REGISTER_MEMORY
                'on': C1
                vaddr: B1+0x0
                size: '0x10000'
              - op: VFIO_IOMMU_MAP_DMA
                'on': C1
                flags: '0x3'
                vaddr: B1+0x0
                iova: '0x0'
                size: '0x1000'
              - op: VFIO_IOMMU_UNMAP_DMA
                'on': C1
                iova: '0x7ffff000'
                size: '0x2000'
            """;

    @Test
    void a_case_that_stops_the_kernel_of_its_release_says_which_bug_and_where_it_is_fixed() {
        Ran ran = Ran.of("predict", "@ATTACH-041", "--platform", "pseries-linux-6.12.12-4k")
                .ended(2);

        assertThat(ran.err()).startsWith("""
                        warning: pseries-linux-6.12.12-4k: In a partition, a second group that joins a container with a window stops the kernel (CVE-2025-21713)
                          bug 29, releases: 6.11..6.13 (fixed in 6.12.13, 6.13.2)
                          met by @ATTACH-041 call 8, VFIO_GROUP_SET_CONTAINER(G2 -> C1), so this call has no answer
                          try: ./oracle explain spapr.second-group-stops-partition
                        oracle predict: not modelled: """);
    }

    @Test
    void the_release_that_fixed_it_is_not_warned_of() {
        Ran ran = Ran.of("predict", "@ATTACH-041", "--platform", "pseries-linux-6.12.13-4k")
                .ended(0);

        assertThat(ran.err()).isEmpty();
    }

    @Test
    void a_call_whose_answer_is_undefined_names_the_bug_behind_it(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("case.yaml"), OVER_THE_END);

        Ran.of("predict", file.toString())
                .ended(2)
                .said("bug 12, releases: 4.12..7.2", "met by @MAPPING-900 call 7, VFIO_IOMMU_UNMAP_DMA(");
    }

    @Test
    void two_point_releases_differ_in_what_one_of_them_does_not_survive() {
        Ran ran = Ran.of("compare", "pseries-linux-6.12.5-4k", "pseries-linux-6.12.95-4k", "--format", "json")
                .ended(0);

        assertThat(ran.out())
                .contains("\"bug\" : \"29\"", "\"CVE-2025-21713\"", "\"cases\" : 2", "\"answered\" : false");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void only_who_asks_about_a_release_is_warned() {
        assertThat(Ran.of("explain", "@ATTACH-056").ended(0).err()).isEmpty();
        assertThat(Ran.of("explain", "@ATTACH-056", "--platform", "phb4-linux-6.12-4k")
                        .ended(0)
                        .err())
                .contains("bug 28, releases: 6.10.10..; no fix is known");
    }

    @Test
    void a_run_is_warned_only_of_bugs_in_calls_that_it_performed() {
        String adapter = FullAfterOneMapping.command();
        String calls = "open,VFIO_GROUP_SET_CONTAINER,VFIO_SET_IOMMU";

        Ran.of("run", "--adapter", adapter, "@ATTACH-056")
                .said("met by @ATTACH-056 call 7, VFIO_GROUP_UNSET_CONTAINER");
        Ran few = Ran.of("run", "--adapter", adapter, "@ATTACH-056", "--calls", calls);
        few.said("1 partial");
        assertThat(few.err()).doesNotContain("warning:");
    }

    @Test
    void a_bug_of_a_program_is_told_too() {
        Ran.of("predict", "@HOTPLUG-002.v2-4", "--platform", "ioda1-linux-4.12-64k")
                .ended(0)
                .said("warning: A container added later", "  B5, releases: QEMU to 2.4, 508ce5eb in 2.5");
    }

    @Test
    void every_deviation_of_a_kernel_is_a_known_bug() {
        KnownBugs known = KnownBugs.read(Checkout.find(Optional.empty()).root());

        assertThat(Deviations.ALL).hasSizeGreaterThan(10).allSatisfy(deviation -> assertThat(
                        known.shownBy(deviation.id()))
                .isNotEmpty());
    }
}
