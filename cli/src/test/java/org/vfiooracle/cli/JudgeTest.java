// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void programs_read_the_same() {
        Ran.of("judge", LOG, "--format", "json").ended(0).said("\"agrees\" : true", "\"line\" : 7");
    }
}
