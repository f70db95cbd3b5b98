// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which platforms a table has to speak of, and which of them cannot run the scenario. */
final class ExpectedPlatformsTest {
    private static final String SECOND_GROUP = """
            Given groups "G1" and "G2" on different PHBs
            And "G1" is in container "C1" with IOMMU type v2
            When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
            Then it answers
            """;

    @TempDir
    private Path folder;

    private TemporaryCheckout checkout;

    @BeforeEach
    void prepare() {
        checkout = new TemporaryCheckout(folder);
    }

    private String secondGroup(String table) {
        return checkout.scenario(SECOND_GROUP + table.indent(2)).failures();
    }

    @Test
    void a_platform_without_a_row_fails_at_the_table() {
        String failures = secondGroup("""
                | platforms | answer |
                | ioda1     | EBUSY  |
                | x86       | n/a    |
                """);

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:8 @ATTACH-900
                          no row matches ioda2-linux-4.2-64k, ioda2-linux-6.12-4k, phb4-linux-6.12-4k
                          add them to a row, or match all others with *""");
    }

    @Test
    void a_platform_with_two_rows_fails_at_the_second() {
        String failures = secondGroup("""
                | platforms    | answer |
                | ioda2        | 0      |
                # a comment moves lines, and not rows
                | ioda2 on 6.12 | 0      |
                | *            | n/a    |
                """);

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:11 @ATTACH-900
                          ioda2-linux-6.12-4k matches this row and that of line 9
                          each platform of the corpus must match exactly one row""");
    }

    @Test
    void a_row_that_names_no_platform_of_the_corpus_fails() {
        String failures = secondGroup("""
                | platforms    | answer |
                | ioda2 on 4.3..6.3 | 0      |
                | *            | n/a    |
                """);

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:9 @ATTACH-900
                          "ioda2 on 4.3..6.3" names no platform of the corpus
                          the corpus: ioda1-linux-4.2-64k, ioda2-linux-4.2-64k, ioda2-linux-6.12-4k, \
                        phb4-linux-6.12-4k, x86-linux-6.12-4k""");
    }

    @Test
    void a_row_that_cannot_be_read_fails() {
        String failures = secondGroup("""
                | platforms    | answer |
                | ioda2 before 4.3 | 0      |
                | *            | n/a    |
                """);

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:9:9 @ATTACH-900
                          expected "*", a set of features/platforms or a selector such as \
                        "ioda2, phb4 on 4.2..5.18 6.4.. with 64k", found "ioda2 before 4.3"
                          did you mean ioda2, ioda1?""");
    }

    @Test
    void a_platform_that_is_said_not_to_run_but_does_is_wrong() {
        String failures = secondGroup("""
                | platforms  | answer |
                | ioda1, x86 | n/a    |
                | *          | 0      |
                """);

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:9 @ATTACH-900 ioda1-linux-4.2-64k
                          VFIO_GROUP_SET_CONTAINER(G2 -> C1): expected n/a, but it runs, and got EBUSY
                          rule spapr.attach.no-ownership (read: drivers/vfio/vfio_iommu_spapr_tce.c: tce_iommu_attach_group, 4.2..6.3)
                          try: ./oracle try features/attach/sample.feature:3 --platform ioda1-linux-4.2-64k""");
    }

    @Test
    void a_platform_that_is_said_to_answer_but_cannot_run_is_wrong() {
        String failures = secondGroup("""
                | platforms  | answer |
                | ioda1, x86 | EBUSY  |
                | *          | 0      |
                """);

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:9 @ATTACH-900 x86-linux-6.12-4k
                          expected EBUSY, but it cannot run: "G1" is in container "C1" with IOMMU type v2 - answered \
                        ENODEV (rule container.set-iommu.unsupported)
                          no scenario has container.set-iommu.unsupported as its answer on this platform, so a row has to say n/a
                          try: ./oracle try features/attach/sample.feature:3 --platform x86-linux-6.12-4k""");
    }

    @Test
    void the_reason_why_a_platform_cannot_run_is_checked() {
        String failures = secondGroup("""
                | platforms | answer | rule                      |
                | ioda1     | EBUSY  |                           |
                | x86       | n/a    | spapr.attach.no-ownership |
                | *         | 0      |                           |
                """);

        assertThat(failures).contains("expected n/a because of spapr.attach.no-ownership, but it is because \"");
    }

    @Test
    void a_scenario_that_nobody_runs_fails() {
        String failures = checkout.scenario("""
                        Given container "C1"
                        And container "C1" has IOMMU type v2
                        When VFIO_GET_API_VERSION asks "C1"
                        Then it answers
                          | platforms | answer |
                          | *         | n/a    |
                        """).failures();

        assertThat(failures)
                .startsWith("features/attach/sample.feature:3 @ATTACH-900\n"
                        + "  no platform runs the scenario: ioda1-linux-4.2-64k at container \"C1\" has IOMMU type v2"
                        + " - answered EINVAL (rule container.set-iommu.no-group); ioda2-linux-4.2-64k at ");
    }

    @Test
    void a_table_has_to_say_who_does_not_run_the_scenario() {
        String failures = checkout.scenario("""
                        Given group "G1"
                        And "G1" is in container "C1" with IOMMU type v1
                        When close is called on "G1"
                        Then container "C1" holds no group
                        """).failures();

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:3 @ATTACH-900
                          some platforms cannot run the scenario, and no table says so: x86-linux-6.12-4k at \
                        "G1" is in container "C1" with IOMMU type v1 - answered ENODEV (rule container.set-iommu.unsupported)
                          write the scenario in which that rule is the answer, or give "it answers" a table with n/a rows""");
    }

    @Test
    void a_later_table_need_not_name_who_does_not_run_the_scenario() {
        String failures = checkout.scenario(SECOND_GROUP + """
                          | platforms | answer |
                          | ioda1     | EBUSY  |
                          | x86       | n/a    |
                          | *         | 0      |
                        When VFIO_GROUP_UNSET_CONTAINER takes "G2" out
                        Then it answers
                          | platforms   | answer |
                          | ioda1       | EINVAL |
                          | ioda2, phb4 | 0      |
                        """).failures();

        assertThat(failures).isEmpty();
    }

    @Test
    void a_row_whose_platforms_do_not_run_the_scenario_fails() {
        String failures = checkout.scenario(SECOND_GROUP + """
                          | platforms | answer |
                          | ioda1     | EBUSY  |
                          | x86       | n/a    |
                          | *         | 0      |
                        And locked memory is
                          | platforms | pages |
                          | x86       | 7     |
                          | ioda1     | 64    |
                          | ioda2 on 4.2 | 128   |
                          | ioda2, phb4 on 6.12 | 0     |
                        """).failures();

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:14 @ATTACH-900
                          no platform that "x86" names runs the scenario
                          remove the row, or use n/a in a table of answers""");
    }

    @Test
    void a_call_that_is_not_modelled_is_said_not_to_be() {
        String failures = checkout.scenario("""
                        Given group "G1"
                        And "G1" is in container "C1" with IOMMU type type1v2
                        And memory "B1" of 64 KiB
                        And container "C2"
                        When VFIO_IOMMU_GET_INFO is called on "C1" with
                          | argsz | 18 |
                        Then it answers
                          | platforms | answer | rule                                            |
                          | x86       | n/a    | container.set-iommu.unsupported, not modelled   |
                          | *         | n/a    | container.set-iommu.no-group                    |
                        """).failures();

        assertThat(failures)
                .contains(
                        "sample.feature:13 @ATTACH-900 ioda1-linux-4.2-64k\n"
                                + "  expected n/a because of container.set-iommu.no-group, but it is because \"G1\" is in container")
                .doesNotContain("x86");
    }

    @Test
    void a_platform_that_a_later_given_stops_needs_a_row_again() {
        String failures = checkout.scenario("""
                        Given group "G1"
                        And container "C1"
                        When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
                        Then it answers 0
                        Given container "C1" has IOMMU type v2
                        When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
                        Then it answers 0
                        """).failures();

        assertThat(failures)
                .startsWith("features/attach/sample.feature:10 @ATTACH-900\n")
                .contains(
                        "no table says yet that others cannot: x86-linux-6.12-4k at container \"C1\" has IOMMU type v2");
    }
}
