// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observation.Ending;
import org.vfiooracle.samples.SampleCases;

/** Whatever an adapter does, it takes no more time, memory and processes than it may, and a message names the limit. */
@Timeout(120)
final class LimitsTest {
    private static final String START = """
            read start
            echo '{"type":"start","protocol":1,"name":"sh","version":"1","platform":"phb4-linux-6.12.95-4k",\
            "topologies":["six-groups"],"observes":["answer"],"batch":9}'
            """;
    private static final String ANSWERS = """
            for id in ATTACH-901 ATTACH-902 ATTACH-903 MEMORY-901; do
              echo '{"type":"skip","id":"'$id'","reason":"r"}'
            done
            """;
    private static final String FLOOD = "while :; do echo 'and another thing'; done\n";

    private final Commands commands = new Commands();

    @Test
    void one_time_covers_the_start_and_each_answer() {
        Limits second = Limits.USUAL.waits(Duration.ofSeconds(1));

        AdapterUnavailable failure = unavailable(commands.shell("sleep 60", second));
        List<Observation> seen = perform(commands.shell(START + "sleep 60", second.restarts(0)));

        assertThat(failure).hasMessage("the adapter sent no start message within 1 s: sleep 60");
        assertThat(seen.get(0).reason()).isEqualTo("the adapter was silent for 1 s");
    }

    @Test
    void who_talks_on_after_the_last_answer_is_ended() {
        List<String> notes = new ArrayList<>();

        List<Observation> seen = perform(commands.shell(START + ANSWERS + FLOOD), notes);

        assertThat(seen).extracting(Observation::ending).containsOnly(Ending.SKIPPED);
        assertThat(notes)
                .hasSize(5)
                .startsWith("unexpected output after the adapter's last answer: and another thing")
                .endsWith(
                        "97 more lines after the adapter's last answer",
                        "the adapter printed more than 100 lines after its last answer, and was ended");
    }

    @Test
    void who_says_one_thing_after_the_other_does_not_proendlessits_end() {
        List<String> notes = new ArrayList<>();
        Limits limits = new Limits(Duration.ofSeconds(9), Duration.ofSeconds(9), Duration.ofSeconds(2), 1);

        perform(commands.shell(START + ANSWERS + "while :; do echo more; sleep 0.5; done", limits), notes);

        assertThat(notes).contains("the adapter did not exit within 2 s after stop, and was ended");
    }

    @Test
    void a_line_that_is_longer_than_a_message_may_be_is_not_read() {
        String endless = "yes x | tr -d '\\n' | head -c 3000000\n";

        AdapterUnavailable first = unavailable(commands.shell(endless));
        List<Observation> seen = perform(commands.shell(START + "read one; " + endless, once()));

        assertThat(first).hasMessageEndingWith("a line of more than 1 MiB, the most that a message may have");
        assertThat(seen.get(0).ending()).isEqualTo(Ending.CRASHED);
        assertThat(seen.get(0).reason())
                .isEqualTo("garbage: a line of more than 1 MiB, the most that a message may have");
    }

    @Test
    void an_endless_line_is_not_waited_for() {
        List<Observation> seen = perform(commands.shell(START + "read one; yes x | tr -d '\\n'", once()));

        assertThat(seen.get(0).reason()).startsWith("garbage: a line of more than 1 MiB");
    }

    @Test
    void a_million_steps_are_more_than_a_message_may_have() {
        String million = START + """
                read one
                printf '{"type":"answer","id":"ATTACH-901","steps":[{"answer":0}'
                yes ',{"answer":0}' | head -n 1000000 | tr -d '\\n'
                echo ']}'
                """;

        List<Observation> seen = perform(commands.shell(million, once()));

        assertThat(seen.get(0).reason()).startsWith("garbage: a line of more than 1 MiB");
    }

    @Test
    void a_log_is_passed_on_up_to_a_limit() {
        String line = "yes 0123456789012345678901234567890123456789012345678901234567890123456789";

        perform(commands.shell(START + line + " | head -c 20000000 >&2\n" + ANSWERS));

        assertThat(commands.log().get(commands.log().size() - 1))
                .isEqualTo("(the adapter has written more than 16 MiB to standard error; the rest is not passed on)");
        assertThat(commands.log()).hasSizeBetween(200_000, 250_000);
    }

    @Test
    void nothing_that_it_prints_acts_on_a_terminal() {
        String escape = "printf '\\033[2J\\033]0;owned\\007 \\302\\2332J \\342\\200\\256 é\\n'";
        List<String> notes = new ArrayList<>();

        AdapterUnavailable first = unavailable(commands.shell(escape));
        List<Observation> garbage = perform(commands.shell(START + escape + " >&2; read one; " + escape, once()));
        List<Observation> skipped =
                perform(commands.shell(START + ANSWERS.replace("\"r\"", "\"\\\\u001b[2J\\\\u009b\"") + escape), notes);

        assertThat(first).hasMessageEndingWith("in the line: \\x1b[2J\\x1b]0;owned\\x07 \\x9b2J \\u202e é");
        assertThat(garbage.get(0).reason()).endsWith("\\x1b[2J\\x1b]0;owned\\x07 \\x9b2J \\u202e é");
        assertThat(skipped.get(0).reason()).isEqualTo("\\x1b[2J\\x9b");
        assertThat(notes).allSatisfy(LimitsTest::isPlain);
        assertThat(commands.log()).isNotEmpty().allSatisfy(LimitsTest::isPlain);
    }

    @Test
    void children_of_one_that_dies_at_once_do_not_stay() {
        String children = "for n in 1 2 3; do sleep 600 & echo $! >&2; done\n";

        AdapterUnavailable first = unavailable(commands.shell(children + "exit 3"));
        perform(commands.shell(START + children + "exit 3", once()));

        assertThat(first).hasMessageContaining("exit 3");
        assertThat(commands.log()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(commands.log().stream().map(Long::valueOf).map(ProcessHandle::of))
                .noneMatch(child -> child.filter(ProcessHandle::isAlive).isPresent());
    }

    @Test
    void children_do_not_stay_that_a_process_leaves_while_it_is_talked_to() {
        List<Observation> seen =
                perform(commands.shell(START + "(sleep 600 & echo $! >&2) </dev/null >/dev/null\n" + ANSWERS));

        assertThat(seen).hasSize(4);
        Optional<ProcessHandle> child =
                ProcessHandle.of(Long.parseLong(commands.log().get(0)));
        assertThat(child.filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static void isPlain(String text) {
        assertThat(text.chars()).noneMatch(Character::isISOControl);
    }

    private static Limits once() {
        return Limits.USUAL.waits(Duration.ofSeconds(30)).restarts(0);
    }

    private static AdapterUnavailable unavailable(AdapterCommand command) {
        return catchThrowableOfType(
                AdapterUnavailable.class, () -> AdapterProcess.start(command).close());
    }

    private static List<Observation> perform(AdapterCommand command) {
        return perform(command, new ArrayList<>());
    }

    private static List<Observation> perform(AdapterCommand command, List<String> notes) {
        List<Observation> seen = new ArrayList<>();
        try (AdapterProcess adapter = AdapterProcess.start(command)) {
            adapter.perform(SampleCases.CASES, seen::add);
            notes.addAll(adapter.notes());
        }
        return seen;
    }
}
