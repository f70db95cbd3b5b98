// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What shows whether a set-up can be relied on, and what it says when it cannot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrustTest {
    private static final String START = """
            read start; echo '{"type":"start","protocol":1,"name":"sh","version":"1","platform":"phb4-linux-6.12.95-4k",\
            "topologies":["six-groups"],"observes":["answer"],"batch":9}'; read a; read b; read c; """;

    private TestCheckout checkout;

    @BeforeAll
    void copies(@TempDir Path folder) {
        checkout = TestCheckout.in(folder);
    }

    @Test
    void a_canary_is_seen_by_an_adapter_that_answers_rightly() {
        Ran ran = checkout.run("canary", "--adapter", FullAfterOneMapping.command(), "attach", "mapping");

        ran.ended(0).said("instead of", "exactly this case was red: the set-up notices a wrong answer");
        assertThat(checkout.files("fixtures/corpus"))
                .isEqualTo(TestCheckout.in(checkout.root()).files("fixtures/corpus"));
    }

    @Test
    void a_set_up_in_which_nothing_agrees_shows_nothing() {
        checkout.run("canary", "--adapter", "true").ended(3);
        checkout.run("canary", "--adapter", skipping("r"), "ATTACH-008")
                .ended(1)
                .said("no case agrees");
    }

    @Test
    void an_adapter_that_works_passes() {
        checkout.run("smoke", "--adapter", FullAfterOneMapping.command())
                .ended(1)
                .said(
                        "ok       start: reference (1) is phb4-linux-6.12.95-4k",
                        "not ok   a case with a call that does not exist");
        checkout.run(
                        "smoke",
                        "--adapter",
                        TestCheckout.REAL.resolve("adapters/examples/mock.py").toString())
                .ended(0)
                .said(
                        "ok       start: mock-py (1) is phb4-linux-6.12.95-4k",
                        "ok       a case: open /dev/vfio/vfio and close it: answered fd, 0",
                        "ok       a case with a call that does not exist: refused: cannot read the case",
                        "ok       the same case afterwards: answered fd, 0",
                        "ok       stop: the adapter ended with exit 0");
    }

    @Test
    void what_an_adapter_does_wrong_is_told() {
        checkout.run("smoke", "--adapter", "exit 3").ended(1).said("not ok   start: the adapter exited", "exit 3");
        checkout.run("smoke", "--adapter", "exit 75").ended(2);
        checkout.run("smoke", "--adapter", skipping("no time")).ended(1).said("skipped: no time");
        checkout.run(
                        "smoke",
                        "--adapter",
                        eachTime("\"type\":\"answer\",\"steps\":[{\"answer\":\"fd\"},{\"answer\":0}]"))
                .ended(1)
                .said("not ok   a case with a call", "hint: operation 3 is VFIO_NO_SUCH_CALL: skip the case, or stop");
        checkout.run("smoke", "--adapter", START + "echo what a day").ended(1).said("no answer: expected a message");
        checkout.run("smoke", "--adapter", START + "exit 4").ended(1).said("no answer: the adapter ended (exit 4)");
        checkout.run("smoke", "--adapter", START + "sleep 60", "--timeout", "1")
                .ended(1)
                .said("no answer: the adapter was silent for 1 s", "not ok   stop: not seen");
        checkout.run("smoke", "--adapter", skipping("r") + "; exit 6").ended(1).said("not ok   stop: ", "exit 6");
    }

    @Test
    void a_doctor_says_what_there_is_and_what_to_install() {
        Ran ran = checkout.run("doctor", "build", "machines");

        ran.said(
                "build: build and run the oracle",
                "ok       javac: /",
                "machines: run real kernels",
                "qemu-system-ppc64");
        assertThat(ran.exit()).isIn(0, 1);
        assertThat(ran.out().contains("apt-get install")).isEqualTo(ran.out().contains("not on the PATH"));
        checkout.run("doctor", "machine").ended(2).said("there is no purpose of this name", "did you mean machines?");
    }

    private static String skipping(String reason) {
        return eachTime("\"type\":\"skip\",\"reason\":\"" + reason + "\"");
    }

    private static String eachTime(String fields) {
        StringBuilder line = new StringBuilder(START);
        for (String id : new String[] {"SMOKE-001", "SMOKE-002", "SMOKE-003"}) {
            line.append("echo '{\"id\":\"" + id + "\"," + fields + "}'; ");
        }
        return line + "read stop";
    }
}
