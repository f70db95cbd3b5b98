// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform whose Given is refused, and the scenario in which that refusal is the answer. */
final class RefusedGivenTest {
    private static final String JOINING = """
            Given groups "G1" and "G2" on different PHBs
            And "G1" is in container "C1" with IOMMU type v2
            When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
            """;

    private static final String REFUSAL = """
            Feature: refusal
              @ATTACH-901
              Scenario: a refusal
                Given group "G1"
                And "G1" is in container "C1"
                When VFIO_SET_IOMMU sets type v2 on "C1"
                Then it answers
                  | platforms | answer | rule                            |
                  | x86       | ENODEV | container.set-iommu.unsupported |
                  | *         | 0      |                                 |
            """;

    @TempDir
    private Path folder;

    private TemporaryCheckout checkout;

    @BeforeEach
    void prepare() {
        checkout = new TemporaryCheckout(folder);
    }

    private String joining(String then) {
        return checkout.scenario(JOINING + then).failures();
    }

    private TemporaryCheckout withRefusal() {
        return checkout.write("features/attach/refusal.feature", REFUSAL);
    }

    @Test
    void needs_no_row_where_a_scenario_has_the_refusal_as_its_answer() {
        withRefusal();

        assertThat(joining("""
                Then it answers
                  | platforms | answer |
                  | ioda1     | EBUSY  |
                  | *         | 0      |
                """)).isEmpty();
        assertThat(checkout.run("@ATTACH-900").fixtures())
                .extracting(fixture -> fixture.platform().toString())
                .hasSize(4)
                .doesNotContain("x86-linux-6.12-4k");
    }

    @Test
    void needs_a_row_where_none_has() {
        assertThat(joining("""
                Then it answers
                  | platforms | answer |
                  | ioda1     | EBUSY  |
                  | *         | 0      |
                """)).isEqualTo("""
                        features/attach/sample.feature:10 @ATTACH-900 x86-linux-6.12-4k
                          expected 0, but it cannot run: "G1" is in container "C1" with IOMMU type v2 - answered \
                        ENODEV (rule container.set-iommu.unsupported)
                          no scenario has container.set-iommu.unsupported as its answer on this platform, so a row has to say n/a
                          try: ./oracle try features/attach/sample.feature:3 --platform x86-linux-6.12-4k""");
    }

    @Test
    void needs_a_row_where_the_refusal_is_the_answer_on_other_platforms_alone() {
        checkout.write("features/attach/refusal.feature", REFUSAL.replace("x86       | ENODEV", "ioda1     | ENODEV"));

        assertThat(joining("""
                Then it answers
                  | platforms          | answer |
                  | ioda1              | EBUSY  |
                  | ioda2, phb4        | 0      |
                """)).contains("sample.feature:8 @ATTACH-900\n  no row matches x86-linux-6.12-4k\n");
    }

    @Test
    void may_not_be_said_to_answer() {
        withRefusal();

        assertThat(joining("""
                Then it answers
                  | platforms  | answer |
                  | ioda1, x86 | EBUSY  |
                  | *          | 0      |
                """)).isEqualTo("""
                        features/attach/sample.feature:9 @ATTACH-900 x86-linux-6.12-4k
                          expected EBUSY, but it cannot run: "G1" is in container "C1" with IOMMU type v2 - answered \
                        ENODEV (rule container.set-iommu.unsupported)
                          try: ./oracle try features/attach/sample.feature:3 --platform x86-linux-6.12-4k""");
    }

    @Test
    void may_be_said_not_to_run_and_then_its_reason_is_checked() {
        withRefusal();

        assertThat(joining("""
                Then it answers
                  | platforms | answer | rule                      |
                  | x86       | n/a    | spapr.attach.no-ownership |
                  | ioda1     | EBUSY  |                           |
                  | *         | 0      |                           |
                """))
                .contains("sample.feature:9 @ATTACH-900", "expected n/a because of spapr.attach.no-ownership, but");
    }

    @Test
    void a_platform_that_runs_is_missed_as_before() {
        withRefusal();

        assertThat(joining("""
                Then it answers
                  | platforms | answer |
                  | ioda1     | EBUSY  |
                """))
                .contains("no row matches ioda2-linux-4.2-64k, ioda2-linux-6.12-4k, phb4-linux-6.12-4k\n");
    }

    @Test
    void a_sentence_passes_over_it_and_claims_its_own_rule() {
        checkout.write("features/attach/refusal.feature", """
                Feature: refusal
                  @ATTACH-901
                  Scenario: a refusal
                    Given group "G1"
                    And "G1" is in container "C1"
                    When VFIO_SET_IOMMU sets type 77 on "C1"
                    Then it answers ENODEV, rule container.set-iommu.unsupported
                """);

        assertThat(checkout.scenario("""
                Given group "G1"
                And "G1" is in container "C1" with IOMMU type v2
                When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
                Then it answers 0, rule group.unset-container.not-in
                """).failures())
                .contains("answers 0 as expected, but not because of group.unset-container.not-in")
                .doesNotContain("x86");
    }

    @Test
    void a_condition_on_the_hardware_needs_a_row_somewhere() {
        String onSamePhb = """
                Given groups "G1" and "G2" on the same PHB
                When VFIO_GROUP_GET_STATUS asks "G1"
                Then it answers 0
                """;
        checkout.write("fixtures/corpus/platforms.yaml", """
                format: 1
                platforms:
                  - ioda2-linux-5.10-64k
                  - p5ioc2-linux-4.2-64k
                equals: []
                """);

        assertThat(checkout.scenario(onSamePhb).failures())
                .contains(
                        "no table says yet that others cannot: p5ioc2-linux-4.2-64k", "(rule topology.group-per-phb)");

        checkout.write("features/attach/phb.feature", """
                Feature: PHBs
                  @ATTACH-902
                  Scenario: two groups on one PHB
                    Given groups "G1" and "G2" on the same PHB
                    When VFIO_GROUP_GET_STATUS asks "G2"
                    Then it answers
                      | platforms | answer | rule                   |
                      | p5ioc2    | n/a    | topology.group-per-phb |
                      | *         | 0      |                        |
                """);

        assertThat(checkout.failures()).isEmpty();
    }

    @Test
    void a_run_of_everything_sees_that_the_refusal_is_asserted_where_it_is_relied_on() {
        checkout.scenario("""
                Given groups "G1" and "G2" on different PHBs
                And "G1" is in container "C1" with IOMMU type v1
                And "G2" is in container "C2"
                When VFIO_SET_IOMMU sets type type1v2 on "C2"
                Then it answers ENODEV, rule container.set-iommu.unsupported
                """);

        assertThat(checkout.failures()).isEqualTo("""
                        features/attach/sample.feature:3 @ATTACH-900
                          no row says that x86-linux-6.12-4k is n/a, and no scenario that runs there has \
                        container.set-iommu.unsupported as its answer
                          write that scenario, or a row with n/a""");
        assertThat(TemporaryCheckout.text(checkout.run("@ATTACH-900"))).isEmpty();
        assertThat(withRefusal().failures()).isEmpty();
    }
}
