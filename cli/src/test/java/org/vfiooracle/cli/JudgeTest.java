// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JudgeTest {
    private static final String LOG = "advice/src/test/resources/second-group.strace";

    @Test
    void the_first_answer_is_told_that_a_platform_would_not_give() {
        Ran.of("judge", LOG, "--platform", "phb4-linux-6.12-64k")
                .ended(1)
                .said(
                        "the first 6 of 7 calls",
                        "line 7: ",
                        "expected  0, rule spapr.attach.joined",
                        "ioda1-linux-4.2-64k");
    }

    @Test
    void a_platform_agrees_that_would_answer_so() {
        Ran.of("judge", LOG, "--platform", "ioda1-linux-4.2-64k")
                .ended(0)
                .said("agrees with all of it: ioda1-linux-4.2-64k", "2 with assumed arguments");
    }

    @Test
    void without_a_platform_those_are_named_that_agree() {
        Ran ran = Ran.of("judge", LOG).ended(0);

        assertThat(ran.out()).contains("p5ioc2-linux-4.2-64k").doesNotContain("phb4-linux-6.12");
    }

    @Test
    void a_log_becomes_a_case_that_can_be_predicted_elsewhere(@TempDir Path folder) {
        Path file = folder.resolve("case.yaml");

        Ran.of("judge", LOG, "--platform", "ioda1-linux-4.2-64k", "--record", file.toString())
                .ended(0)
                .said("wrote " + file + ": 7 calls");

        assertThat(file).content().contains("id: LOG-001", "answer: EBUSY", "rule: spapr.attach.no-ownership");
        Ran elsewhere = Ran.of("predict", file.toString(), "--platform", "phb4-linux-6.12-4k")
                .ended(0);
        assertThat(elsewhere.out()).contains("rule: spapr.attach.joined").doesNotContain("EBUSY");
    }

    @Test
    void a_call_that_the_platform_answers_otherwise_is_in_the_case_with_what_it_answers(@TempDir Path folder) {
        Path file = folder.resolve("case.yaml");

        Ran.of("judge", LOG, "--platform", "phb4-linux-6.12-64k", "--record", file.toString())
                .ended(1);

        assertThat(file).content().contains("group: D", "rule: spapr.attach.joined");
    }

    @Test
    void a_case_is_of_one_platform(@TempDir Path folder) {
        Ran.of("judge", LOG, "--record", folder.resolve("case.yaml").toString())
                .ended(2)
                .said("--record: expected --platform with one platform, found 0");
    }

    @Test
    void programs_read_the_same() {
        Ran.of("judge", LOG, "--format", "json").ended(0).said("\"agrees\" : true", "\"line\" : 7");
    }
}
