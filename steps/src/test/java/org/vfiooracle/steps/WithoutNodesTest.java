// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of answers and a platform on which no group can be opened. */
final class WithoutNodesTest {
    @TempDir
    private Path folder;

    private TemporaryCheckout checkout;

    @BeforeEach
    void prepare() {
        checkout = new TemporaryCheckout(folder).write("fixtures/corpus/platforms.yaml", """
                format: 1
                platforms:
                  - ioda2-linux-5.10-64k
                  - ioda2-linux-6.1-64k
                  - ioda2-linux-6.12-4k
                equals: []
                """);
    }

    @Test
    void a_range_that_spans_it_does_not_speak_of_it() {
        checkout.scenario("""
                Given group "G1"
                When VFIO_GROUP_GET_STATUS asks "G1"
                Then it answers
                  | platforms           | answer | rule         |
                  | ioda2 on 5.10..6.12 | 0      | group.status |
                """);

        RecordingResult result = checkout.run();

        assertThat(TemporaryCheckout.text(result)).isEmpty();
        assertThat(result.fixtures())
                .extracting(fixture -> fixture.platform().toString())
                .containsExactly("ioda2-linux-5.10-64k", "ioda2-linux-6.12-4k");
        assertThat(result.runs().get(0).notApplicable().toString())
                .isEqualTo("{ioda2-linux-6.1-64k=group \"G1\" - answered ENOENT (rule group.open.no-node)}");
    }

    @Test
    void neither_does_a_star_nor_a_sentence_without_a_table() {
        assertThat(checkout.scenario("""
                Given group "G1"
                When VFIO_GROUP_GET_STATUS asks "G1"
                Then it answers 0
                When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
                Then it answers
                  | platforms | answer | rule                         |
                  | *         | EINVAL | group.unset-container.not-in |
                """).failures()).isEmpty();
    }

    @Test
    void a_scenario_that_opens_no_group_speaks_of_it_as_of_any_other() {
        checkout.scenario("""
                Given container "C1"
                When VFIO_CHECK_EXTENSION asks "C1" for v2
                Then it answers
                  | platforms           | answer |
                  | ioda2 on 5.10..6.12 | 1      |
                """);

        assertThat(checkout.run().fixtures()).hasSize(3);
        assertThat(checkout.scenario("""
                Given container "C1"
                When VFIO_CHECK_EXTENSION asks "C1" for v2
                Then it answers
                  | platforms          | answer |
                  | ioda2 on 5.10 6.12 | 1      |
                """).failures()).contains("no row matches ioda2-linux-6.1-64k");
    }

    @Test
    void a_row_that_expects_an_answer_of_it_alone_claims_too_much() {
        assertThat(checkout.scenario("""
                Given group "G1"
                When VFIO_GROUP_GET_STATUS asks "G1"
                Then it answers
                  | platforms          | answer |
                  | ioda2 on 5.19..6.3 | 0      |
                  | *                  | 0      |
                """).failures())
                .contains("no platform that \"ioda2 on 5.19..6.3\" names runs the scenario");
    }

    @Test
    void a_row_may_say_that_it_is_not_applicable() {
        assertThat(checkout.scenario("""
                Given group "G1"
                When VFIO_GROUP_GET_STATUS asks "G1"
                Then it answers
                  | platforms          | answer | rule               |
                  | ioda2 on 5.19..6.3 | n/a    | group.open.no-node |
                  | *                  | 0      |                    |
                """).failures()).isEmpty();
    }

    @Test
    void an_open_that_may_be_refused_is_an_answer_like_any_other() {
        assertThat(checkout.scenario("""
                When open is called for a group as "G1"
                Then it answers
                  | platforms           | answer |
                  | ioda2 on 5.10..6.12 | fd     |
                """).failures())
                .contains(
                        "expected fd, got ENOENT",
                        "deviation group.no-device-binds (intended: fd, rule group.open.opened)");
    }
}
