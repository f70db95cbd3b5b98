// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Thens about states, fields and effects say when they are wrong, and that right ones pass. */
final class StateCheckTest {
    /** Settles that only platforms that create windows run the scenario. */
    private static final String CREATED = """
            Given group "G1"
            And "G1" is in container "C1" with IOMMU type v2
            And container "C2"
            And memory "B1" of 1 MiB is registered in "C1"
            And 64 KiB of "B1" are mapped at 0x0 in "C1"
            And "C1" has a window of 1 GiB with 4 KiB pages
            When VFIO_IOMMU_MAP_DMA maps 128 KiB of "B1" from 0x10000 at 0x800000000000000 in "C1"
            Then it answers
              | platforms   | answer |
              | ioda2, phb4 | 0      |
              | *           | n/a    |
            """;

    @TempDir
    private Path folder;

    private TemporaryCheckout checkout;

    @BeforeEach
    void prepare() {
        checkout = new TemporaryCheckout(folder);
    }

    private String after(String then) {
        return checkout.scenario(CREATED + then).failures();
    }

    private String told(String then) {
        return after(then).lines().skip(1).findFirst().orElse("passed").strip();
    }

    @Test
    void right_ones_pass() {
        assertThat(after("""
                                Then the windows of "C1" are
                                  | window | start             | size  | page   | levels |
                                  | 0      | 0x0               | 2 GiB | 4 KiB  | 1      |
                                  | 1      | 0x800000000000000 | 1 GiB | 4 KiB  | 1      |
                                And "C2" has no window
                                And the mappings of "C1" are
                                  | iova              | size    | memory     | access |
                                  | 0x0               | 64 KiB  | B1         | rw     |
                                  | 0x800000000000000 | 128 KiB | B1+0x10000 | rw     |
                                And nothing is mapped in "C2"
                                And locked memory is
                                  | platforms        | pages |
                                  | ioda2 on 4.2     | 208   |
                                  | ioda2, phb4 on 6.12 | 3328  |
                                And container "C1" holds "G1"
                                And container "C2" holds no group
                                And container "C2" has no IOMMU
                                And nothing changed in "C2"
                                And the effects are
                                  | effect       | iova              | size    |
                                  | tces-written | 0x800000000000000 | 128 KiB |
                                """)).isEmpty();
    }

    @Test
    void windows() {
        assertThat(told("""
                                Then the windows of "C1" are
                                  | window | size  |
                                  | 0      | 2 GiB |
                                """)).isEqualTo("windows of C1: expected 0 | 2 GiB, got 0 | 2 GiB; 1 | 1 GiB");
        assertThat(told("Then \"C1\" has no window\n"))
                .isEqualTo("windows of C1: expected none, got 0 | 0x0 | 2 GiB | 4 KiB | 1; "
                        + "1 | 0x800000000000000 | 1 GiB | 4 KiB | 1");
    }

    @Test
    void windows_by_platform() {
        assertThat(after("""
                                Then the windows of "C1" are
                                  | platforms | window | levels |
                                  | phb4      | 0      | 1      |
                                  | phb4      | 1      | 2      |
                                  | *         | 0      | 1      |
                                  | *         | 1      | 1      |
                                """)).isEqualTo("""
                        features/attach/sample.feature:17 @ATTACH-900 phb4-linux-6.12-4k
                          windows of C1: expected 0 | 1; 1 | 2, got 0 | 1; 1 | 1
                          try: ./oracle try features/attach/sample.feature:3 --platform phb4-linux-6.12-4k""");
    }

    @Test
    void a_row_of_dashes_is_an_empty_list() {
        assertThat(told("""
                                Then the windows of "C2" are
                                  | platforms | window | size |
                                  | *         | -      | -    |
                                """)).isEqualTo("passed");
    }

    @Test
    void mappings() {
        assertThat(told("""
                                Then the mappings of "C1" are
                                  | iova | size   | memory |
                                  | 0x0  | 64 KiB | B1     |
                                """))
                .isEqualTo("mappings of C1: expected 0x0 | 64 KiB | B1+0x0, got 0x0 | 64 KiB | B1+0x0; "
                        + "0x800000000000000 | 128 KiB | B1+0x10000");
        assertThat(told("Then nothing is mapped in \"C1\"\n")).startsWith("mappings of C1: expected none, got ");
    }

    @Test
    void locked_memory() {
        assertThat(after("""
                                Then locked memory is
                                  | platforms | pages |
                                  | *         | 1 MiB |
                                """))
                .contains("ioda2-linux-4.2-64k\n  locked pages: expected 16, got ")
                .contains("ioda2-linux-6.12-4k\n  locked pages: expected 256, got ");
    }

    @Test
    void groups() {
        assertThat(told("Then container \"C1\" holds no group\n")).isEqualTo("groups of C1: expected none, got G1");
        assertThat(told("Then container \"C2\" holds \"G1\"\n")).isEqualTo("groups of C2: expected G1, got none");
        assertThat(told("Then \"G1\" is in no container\n")).isEqualTo("container of G1: expected none, got C1");
        assertThat(told("Then container \"C1\" has no IOMMU\n"))
                .isEqualTo("IOMMU of C1: expected none, got spapr-tce-v2");
    }

    @Test
    void changes() {
        assertThat(told("Then nothing changed\n"))
                .isEqualTo("the last call: expected no change, got a change of container C1, registered memory");
        assertThat(told("Then nothing changed in \"C1\"\n"))
                .isEqualTo("the last call: expected no change, got a change of container C1");
    }

    @Test
    void effects() {
        assertThat(told("Then there is no effect\n")).startsWith("effects: expected none, got tces-written | - | - | ");
    }

    @Test
    void effects_name_groups_by_their_handles() {
        String failures = checkout.scenario("""
                        Given group "G1"
                        And "G1" is in container "C1" with IOMMU type v2
                        When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
                        Then it answers
                          | platforms    | answer |
                          | ioda1        | EINVAL |
                          | ioda2, phb4  | 0      |
                          | x86          | n/a    |
                        And the effects are
                          | platforms    | effect     | group | window | start             | size  | page   |
                          | ioda1        | -          | -     | -      | -                 | -     | -      |
                          | ioda2 on 4.2 | window-set | G1    | 1      | 0x800000000000000 | 1 GiB | 64 KiB |
                          | *            | window-set | G1    | 0      | 0x0               | 2 GiB | 4 KiB  |
                          | *            | window-set | G1    | 1      | 0x800000000000000 | 1 GiB | 64 KiB |
                        """).failures();

        assertThat(failures).isEmpty();
    }

    @Test
    void fields() {
        assertThat(checkout.scenario("""
                                        Given group "G1"
                                        When VFIO_GROUP_GET_STATUS asks "G1"
                                        Then it reports
                                          | platforms | flags |
                                          | *         | 0x3   |
                                        """).failures()).startsWith("""
                        features/attach/sample.feature:8 @ATTACH-900 ioda1-linux-4.2-64k
                          fields of VFIO_GROUP_GET_STATUS(G1): expected flags 0x3, got flags 0x1
                          also wrong on: ioda2-linux-4.2-64k, """);
    }

    @Test
    void a_table_has_known_columns_and_rows() {
        assertThat(told("Then locked memory is\n  | platforms | bytes |\n  | *         | 0     |\n"))
                .isEqualTo("expected the columns pages (and perhaps platforms), found platforms, bytes");
        assertThat(told("Then locked memory is\n  | platforms | pages |\n"))
                .isEqualTo("a table without rows checks nothing");
        assertThat(told("Then the windows of \"C1\" are\n  | window | size |\n  | 0      | big  |\n"))
                .isEqualTo("size: expected a size such as 64 KiB, or hex such as 0x10000, found \"big\"");
    }
}
