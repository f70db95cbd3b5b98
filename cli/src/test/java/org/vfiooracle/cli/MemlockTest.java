// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import org.junit.jupiter.api.Test;

final class MemlockTest {
    @Test
    void the_limit_is_told_in_every_unit_that_people_set() {
        Ran.of("memlock", "--platform", "LPAR 6.12 64k", "--ram", "128G", "--window", "64K:128GiB:1")
                .ended(0)
                .said(
                        "ulimit -l 134234112\n",
                        "LimitMEMLOCK=137455730688\n",
                        "<hard_limit unit='KiB'>134234112</hard_limit>",
                        "ENOMEM, rule spapr.create.memlock");
    }

    @Test
    void a_program_is_told_why_it_would_fail() {
        Ran.of("memlock", "--platform", "phb4-linux-6.12-64k", "--ram", "64G", "--program", "qemu-7.2")
                .ended(0)
                .said("67129344", "aborted, rule qemu.window.abort", "after VFIO_IOMMU_SPAPR_TCE_CREATE");
    }

    @Test
    void what_fails_whatever_the_limit_is_a_finding() {
        Ran.of("memlock", "--platform", "phb4-linux-6.12-4k", "--ram", "64G", "--window", "24:64G:1")
                .ended(1)
                .said("whatever the limit", "spapr.create.page-size");
    }

    @Test
    void programs_read_the_same() {
        Ran.of(
                        "memlock",
                        "--platform",
                        "x86-linux-6.12-4k",
                        "--ram",
                        "16G",
                        "--devices",
                        "2",
                        "--viommu",
                        "--format",
                        "json")
                .ended(0)
                .said("\"bytes\" : 34359738368", "\"one_page_less\"", "\"containers\" : 2");
    }
}
