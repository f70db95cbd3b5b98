// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.engine.platform.PlatformId;

/** What a table says of answers and rules, against what the model gives. */
final class ExpectationTest {
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
    void a_right_table_gives_a_fixture_for_each_platform_that_runs_the_scenario() {
        checkout.scenario(SECOND_GROUP + """
                  | platforms               | answer | rule                            |
                  | ioda1                   | EBUSY  | spapr.attach.no-ownership       |
                  | ioda2, phb4 on 4.2 6.1.. | 0      | spapr.attach.joined             |
                  | *                       | n/a    | container.set-iommu.unsupported |
                """);

        RecordingResult result = checkout.run();

        assertThat(TemporaryCheckout.text(result)).isEmpty();
        assertThat(result.fixtures())
                .extracting(f -> f.platform().toString())
                .containsExactly(
                        "ioda1-linux-4.2-64k", "ioda2-linux-4.2-64k", "ioda2-linux-6.12-4k", "phb4-linux-6.12-4k");
        assertThat(result.runs().get(0).notApplicable().toString())
                .isEqualTo("{x86-linux-6.12-4k=\"G1\" is in container \"C1\" with IOMMU type v2 - answered ENODEV"
                        + " (rule container.set-iommu.unsupported)}");
        assertThat(result.counts()).isEqualTo(new RecordingResult.Counts(1, 1, 1, 4, 1));
    }

    @Test
    void a_wrong_answer_is_told_once_for_all_platforms_that_give_it() {
        String failures = secondGroup("""
                | platforms | answer | rule                      |
                | x86       | n/a    |                           |
                | *         | EBUSY  | spapr.attach.no-ownership |
                """);

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:10 @ATTACH-900 ioda2-linux-4.2-64k
                          VFIO_GROUP_SET_CONTAINER(G2 -> C1): expected EBUSY, got 0
                          rule spapr.attach.joined (read: drivers/vfio/vfio_iommu_spapr_tce.c: tce_iommu_attach_group, 4.2..)
                          also wrong on: ioda2-linux-6.12-4k, phb4-linux-6.12-4k (same answer)
                          try: ./oracle try features/attach/sample.feature:3 --platform ioda2-linux-4.2-64k""");
    }

    @Test
    void a_right_answer_for_another_reason_is_wrong() {
        String failures = secondGroup("""
                | platforms | answer | rule                   |
                | x86       | n/a    |                        |
                | ioda1     | EBUSY  | spapr.attach.one-group |
                | *         | 0      |                        |
                """);

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:10 @ATTACH-900 ioda1-linux-4.2-64k
                          VFIO_GROUP_SET_CONTAINER(G2 -> C1): answers EBUSY as expected, but not because of \
                        spapr.attach.one-group
                          rule spapr.attach.no-ownership (read: drivers/vfio/vfio_iommu_spapr_tce.c: tce_iommu_attach_group, 4.2..6.3)
                          try: ./oracle try features/attach/sample.feature:3 --platform ioda1-linux-4.2-64k""");
    }

    @Test
    void every_mistake_of_a_scenario_is_told_at_once() {
        String failures = checkout.scenario("""
                        Given groups "G1" and "G2" on different PHBs
                        And "G1" is inn container "C1"
                        When VFIO_GROUP_SET_CONTAINER putz "G2" into "C1"
                        Then it answers
                          | platforms | answer |
                          | *         | EBUZY  |
                        And nothing chaned
                        """).failures();

        assertThat(failures)
                .contains("no such step: \"G1\" is inn container \"C1\"")
                .contains("no such step: VFIO_GROUP_SET_CONTAINER putz \"G2\" into \"C1\"")
                .contains("found \"EBUZY\"\n  did you mean EBUSY?")
                .contains("no such step: nothing chaned");
    }

    @Test
    void an_expectation_that_fails_does_not_hide_the_next() {
        String failures = checkout.scenario(SECOND_GROUP + """
                  | platforms | answer |
                  | x86       | n/a    |
                  | ioda1     | EPERM  |
                  | *         | 0      |
                And container "C1" holds "G2"
                """).failures();

        assertThat(failures).contains("expected EPERM, got EBUSY").contains("groups of C1: expected G2, got");
    }

    @Test
    void a_rule_that_there_is_not_is_told_with_the_nearest() {
        String failures = secondGroup("""
                | platforms | answer | rule                      |
                | x86       | n/a    |                           |
                | ioda1     | EBUSY  | spapr.attach.no-ownershp  |
                | *         | 0      |                           |
                """);

        assertThat(failures).contains("no rule has this name; did you mean spapr.attach.no-ownership");
    }

    @Test
    void a_failed_scenario_gives_no_fixture_on_any_platform() {
        checkout.scenario(SECOND_GROUP + """
                  | platforms | answer |
                  | x86       | n/a    |
                  | *         | EBUSY  |
                """);

        RecordingResult result = checkout.run();

        assertThat(result.passed()).isFalse();
        assertThat(result.fixtures()).isEmpty();
        assertThat(result.runs().get(0).performed()).hasSize(4);
    }

    @Test
    void a_deviation_that_decides_is_named() {
        String failures = checkout.scenario("""
                        Given group "G1"
                        And "G1" is in container "C1" with IOMMU type v2
                        And memory "B1" of 1 MiB is registered in "C1"
                        And 64 KiB of "B1" are mapped at 0x0 in "C1"
                        When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
                        Then it answers
                          | platforms   | answer |
                          | ioda1       | EBUSY  |
                          | ioda2 on 4.2 | EBUSY  |
                          | ioda2, phb4 on 6.12 | EBUSY  |
                          | x86         | n/a    |
                        """).failures();

        assertThat(failures)
                .contains("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY(C1, vaddr B1+0x0, size 0x100000): expected EBUSY, got 0")
                .contains("deviation spapr.unregister-while-mapped (intended: EBUSY, rule ");
    }

    @Test
    void an_answer_that_cannot_be_read_fails() {
        String failures = secondGroup("""
                | platforms | answer |
                | *         | EBUZY  |
                """);

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:9 @ATTACH-900
                          expected a number, fd or an errno name, found "EBUZY"
                          did you mean EBUSY?""");
    }

    @Test
    void the_short_form_comes_after_a_table() {
        String failures = checkout.scenario("""
                        Given group "G1"
                        And "G1" is in container "C1" with IOMMU type v1
                        When close is called on "G1"
                        Then it answers 0
                        """).failures();

        assertThat(failures)
                .startsWith("features/attach/sample.feature:7 @ATTACH-900\n"
                        + "  \"it answers 0\" speaks of platforms that run the scenario, and no table says yet that others"
                        + " cannot: x86-linux-6.12-4k at ");
    }

    @Test
    void the_short_form_speaks_of_those_who_run_the_scenario() {
        String failures = checkout.scenario(SECOND_GROUP + """
                          | platforms | answer |
                          | ioda1     | EBUSY  |
                          | x86       | n/a    |
                          | *         | 0      |
                        When VFIO_GROUP_UNSET_CONTAINER takes "G2" out
                        Then it answers 0
                        """).failures();

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:13 @ATTACH-900 ioda1-linux-4.2-64k
                          VFIO_GROUP_UNSET_CONTAINER(G2): expected 0, got EINVAL
                          rule group.unset-container.not-in (read: drivers/vfio/vfio.c: vfio_group_unset_container, ..5.19; drivers/vfio/vfio_main.c: vfio_group_unset_container, 6.0; drivers/vfio/vfio_main.c: vfio_group_ioctl_unset_container, 6.1; drivers/vfio/group.c: vfio_group_ioctl_unset_container, 6.2..)
                          try: ./oracle try features/attach/sample.feature:3 --platform ioda1-linux-4.2-64k""");
    }

    @Test
    void a_scenario_without_a_check_fails() {
        String failures = checkout.scenario("Given container \"C1\"\n").failures();

        assertThat(failures).isEqualTo("""
                        features/attach/sample.feature:3 @ATTACH-900
                          the scenario checks nothing
                          end it with a Then""");
    }

    @Test
    void other_platforms_can_be_asked_than_those_of_the_corpus() {
        checkout.scenario(SECOND_GROUP + """
                  | platforms | answer |
                  | ioda1     | EBUSY  |
                  | *         | 0      |
                """);
        PlatformId platform = PlatformId.parse("phb4-linux-6.12.117-4k");

        RecordingResult result = Recording.run(RecordingRequest.of(folder).on(List.of(platform)));

        assertThat(TemporaryCheckout.text(result)).isEmpty();
        assertThat(result.fixtures()).extracting(f -> f.platform()).containsExactly(platform);
    }
}
