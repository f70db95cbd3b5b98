// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observation.Ending;
import org.vfiooracle.samples.SampleCases;

/** Adapters that are a few lines of shell. */
final class AdapterProcessTest {
    private static final String START = """
            read start
            echo '{"type":"start","protocol":1,"name":"sh","version":"1","platform":"phb4-linux-6.12.95-4k",\
            "topologies":["six-groups"],"observes":["answer"],"batch":BATCH}'
            """;

    private final Commands commands = new Commands();

    @Test
    void says_what_it_is() {
        try (AdapterProcess adapter = AdapterProcess.start(commands.shell(start("7")))) {
            assertThat(adapter.announcement().platform()).hasToString("phb4-linux-6.12.95-4k");
            assertThat(adapter.announcement().batch().cases()).isEqualTo(7);
            assertThat(adapter.announcement().observes().keys()).containsExactly("answer");
        }
    }

    @Test
    void all_cases_and_stop_are_sent_before_the_first_answer_when_it_wants_all() {
        List<Observation> seen = perform(start("\"all\"") + """
                cases=0
                while read line; do
                  case "$line" in
                    *'"type":"stop"'*) break;;
                    *) cases=$((cases + 1));;
                  esac
                done
                for id in MEMORY-901 ATTACH-903 ATTACH-902 ATTACH-901; do
                  echo '{"type":"skip","id":"'$id'","reason":"after '$cases' cases"}'
                done
                """);

        assertThat(seen).extracting(Observation::reason).containsOnly("after 4 cases");
        assertThat(seen)
                .extracting(observation -> observation.id().toString())
                .containsExactly("MEMORY-901", "ATTACH-903", "ATTACH-902", "ATTACH-901");
    }

    @Test
    void one_that_ends_without_any_answer_is_not_started_for_every_case() {
        List<Observation> seen = perform(start("\"all\"") + "echo again >&2");

        assertThat(seen)
                .extracting(Observation::ending)
                .containsOnly(Ending.NOT_RUN)
                .hasSize(4);
        assertThat(commands.log()).containsExactly("again");
    }

    @Test
    void one_that_always_breaks_is_given_up_some_time() {
        Limits once = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), 1);

        List<Observation> seen = perform(commands.shell(start("1") + "read line; exit 3", once));

        assertThat(seen)
                .extracting(Observation::ending)
                .containsExactly(Ending.CRASHED, Ending.CRASHED, Ending.NOT_RUN, Ending.NOT_RUN);
        assertThat(seen.get(3).reason()).isEqualTo("the adapter broke 2 times in a row");
    }

    @Test
    void one_that_comes_back_as_something_else_is_not_used() {
        List<Observation> seen = perform("""
                name=$(mktemp -u)
                read start
                echo '{"type":"start","protocol":1,"name":"'$name'","version":"1","platform":"phb4-linux-6.12.95-4k",\
                "topologies":[],"observes":["answer"],"batch":1}'
                exit 1
                """);

        assertThat(seen.get(0).ending()).isEqualTo(Ending.CRASHED);
        assertThat(seen.subList(1, 4)).allSatisfy(observation -> {
            assertThat(observation.ending()).isEqualTo(Ending.NOT_RUN);
            assertThat(observation.reason()).startsWith("the adapter restarted as ");
        });
    }

    @Test
    void a_bad_end_after_all_answers_is_only_noted() {
        List<Observation> seen = new ArrayList<>();
        String line = start("9")
                + "for id in 1 2 3; do echo '{\"type\":\"skip\",\"id\":\"ATTACH-90'$id'\",\"reason\":\"r\"}'; done;"
                + "echo '{\"type\":\"skip\",\"id\":\"MEMORY-901\",\"reason\":\"r\"}'; echo bye; exit 4";
        try (AdapterProcess adapter = AdapterProcess.start(commands.shell(line))) {
            adapter.perform(SampleCases.CASES, seen::add);

            assertThat(seen)
                    .extracting(Observation::ending)
                    .containsOnly(Ending.SKIPPED)
                    .hasSize(4);
            assertThat(adapter.notes())
                    .containsExactly(
                            "unexpected output after the adapter's last answer: bye",
                            "the adapter answered everything, but exited with exit 4");
        }
    }

    @Test
    void a_command_that_is_not_there_is_unavailable() {
        AdapterUnavailable failure = unavailable(commands.shell("no-such-adapter --flag"));

        assertThat(failure.environment()).isFalse();
        assertThat(failure)
                .hasMessageStartingWith(
                        "the adapter exited before its start message (exit 127): no-such-adapter --flag\n  | ")
                .hasMessageContaining("not found");
    }

    @Test
    void a_computer_that_lacks_something_is_told_apart() {
        AdapterUnavailable failure =
                unavailable(commands.shell("echo 'the package mirror does not answer' >&2; exit 75"));

        assertThat(failure.environment()).isTrue();
        assertThat(failure)
                .hasMessageStartingWith("the adapter cannot run on this computer (exit 75): ")
                .hasMessageEndingWith("\n  | the package mirror does not answer");
    }

    @Test
    void one_that_says_nothing_at_its_start_is_unavailable() {
        AdapterUnavailable failure = unavailable(commands.shell("sleep 60", Limits.USUAL.start(Duration.ofSeconds(1))));

        assertThat(failure).hasMessage("the adapter sent no start message within 1 s: sleep 60");
    }

    @Test
    void one_that_speaks_another_protocol_is_unavailable() {
        AdapterUnavailable failure = unavailable(commands.shell("echo '{\"type\":\"start\",\"protocol\":2}'"));

        assertThat(failure.toString())
                .contains("the adapter's start message is wrong")
                .containsPattern("where: +protocol\\s+expected: +1\\s+found: +2");
    }

    private static AdapterUnavailable unavailable(AdapterCommand command) {
        return catchThrowableOfType(
                AdapterUnavailable.class, () -> AdapterProcess.start(command).close());
    }

    private static String start(String batch) {
        return START.replace("BATCH", batch);
    }

    private List<Observation> perform(String line) {
        return perform(commands.shell(line));
    }

    private static List<Observation> perform(AdapterCommand command) {
        List<Observation> seen = new ArrayList<>();
        try (AdapterProcess adapter = AdapterProcess.start(command)) {
            adapter.perform(SampleCases.CASES, seen::add);
        }
        return seen;
    }
}
