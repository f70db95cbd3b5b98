// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.engine.operation.Effect;

final class MessageReaderTest {
    private static final String START = """
            {"type":"start","protocol":1,"name":"n","version":"v","platform":"phb4-linux-6.12.95-4k",\
            "topologies":["six-groups"],"observes":["answer","effects.window"],"batch":"all"}""";

    private final MessageReader reader =
            new MessageReader(Observes.of(Part.ANSWER, Part.OUT, Part.LOCKED_PAGES, Part.WINDOWS));

    @Test
    void reads_what_an_adapter_is() throws Garbage {
        Announcement start = MessageReader.start(START);

        assertThat(start.observes()).isEqualTo(Observes.of(Part.ANSWER, Part.WINDOWS));
        assertThat(start.batch()).isEqualTo(Batch.ALL);
        assertThat(Messages.of(start)).isEqualTo(START);
    }

    @Test
    void a_bridge_that_is_another_than_the_kernel_takes_it_for_is_told_by_the_witness() throws Garbage {
        String standIn = START.replace("\"all\"}", "\"all\",\"stand_in_bridge\":true}");

        Announcement start = MessageReader.start(standIn);

        assertThat(start.witness().standInBridge()).isTrue();
        assertThat(MessageReader.start(START).witness().standInBridge()).isFalse();
        assertThat(Messages.of(start)).isEqualTo(standIn);
    }

    @Test
    void reads_an_answer() throws Garbage {
        Observation answer = reader.closing("""
                {"type":"answer","id":"ATTACH-012.same-phb","steps":[
                 {"answer":"fd","locked_pages":0,"effects":[]},
                 {"answer":0,"out":{"flags":"0x1","ddw_levels":5},"locked_pages":256,
                  "effects":[{"effect":"window-unset","group":"A","window":0}]}]}""");

        assertThat(answer.ending()).isEqualTo(Observation.Ending.ANSWERED);
        assertThat(answer.id()).hasToString("ATTACH-012.same-phb");
        assertThat(answer.steps().get(0).answer()).isEqualTo("fd");
        ObservedStep second = answer.steps().get(1);
        assertThat(second.answer()).isEqualTo("0");
        assertThat(second.out()).isEqualTo(Map.of("flags", "0x1", "ddw_levels", "5"));
        assertThat(second.lockedPages()).isEqualTo(OptionalLong.of(256));
        assertThat(second.effects()).containsExactly(new Effect.WindowUnset("A", 0));
    }

    @Test
    void an_errno_and_a_field_unknown_to_the_model_are_answers_all_the_same() throws Garbage {
        Observation answer = reader.closing("""
                {"type":"answer","id":"ATTACH-012","steps":[
                 {"answer":"EOPNOTSUPP","out":{"cap_offset":16},"locked_pages":0,"effects":[]}]}""");

        assertThat(answer.steps().get(0).answer()).isEqualTo("EOPNOTSUPP");
        assertThat(answer.steps().get(0).out()).isEqualTo(Map.of("cap_offset", "16"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"answer","id":"ATTACH-012"}                                | expected the key "steps"
            {"type":"answer","steps":[]}                                       | expected the key "id"
            {"type":"answer","id":"012","steps":[]}                            | id: expected a case id
            {"type":"answer","id":"ATTACH-012","steps":[],"verdict":"fine"}    | verdict: expected
            {"type":"skip","id":"ATTACH-012"}                                  | expected the key "reason"
            {"type":"skip","id":"ATTACH-012","reason":" "}                     | reason: expected a reason
            {"type":"start","id":"ATTACH-012"}                                 | type: expected one of answer, skip, crashed, timed-out, found "start"
            {"id":"ATTACH-012"}                                                | expected the key "type"
            []                                                                 | expected a message of the adapter protocol, found no JSON object
            null                                                               | expected a message of the adapter protocol, found no JSON object
            {"type":"skip","type":"skip","id":"ATTACH-012","reason":"r"}       | expected a message of the adapter protocol, found the key "type" twice
            {"type":"skip","id":"ATTACH-012","reason":"r"} {}                  | expected a message of the adapter protocol, found no JSON object
            """)
    void what_is_no_message_is_garbage(String line, String problem) {
        assertThat(catchThrowable(() -> reader.closing(line)))
                .isInstanceOf(Garbage.class)
                .hasMessageStartingWith(problem)
                .hasMessageEndingWith("in the line: " + line);
    }

    @Test
    void an_answer_may_stop_early_and_says_why() throws Garbage {
        String line = """
                {"type":"answer","id":"ATTACH-012","steps":[{"answer":"fd","locked_pages":0,"effects":[]}],\
                "stopped":{"operation":2,"cause":"undefined","reason":"it writes anywhere"}}""";

        Observation answer = reader.closing(line);

        assertThat(answer.ending()).isEqualTo(Observation.Ending.ANSWERED);
        assertThat(answer.halt()).contains(new Halt(2, Halt.Cause.UNDEFINED, "it writes anywhere"));
        assertThat(Messages.of(answer)).contains(line);
    }

    @Test
    void a_skip_may_name_the_operation_and_the_cause() throws Garbage {
        String line =
                "{\"type\":\"skip\",\"id\":\"ATTACH-012\",\"operation\":3,\"cause\":\"not-modelled\",\"reason\":\"r\"}";

        Observation skipped = reader.closing(line);

        assertThat(skipped.halt()).contains(new Halt(3, Halt.Cause.NOT_MODELLED, "r"));
        assertThat(skipped.reason()).isEqualTo("not modelled: r");
        assertThat(Messages.of(skipped)).contains(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"operation":2}                             | stopped: expected the key "reason"
            {"reason":"r"}                              | stopped: expected the key "operation"
            {"operation":1,"reason":"r"}                | stopped.operation: expected 2, since 1 operation is answered, found 1
            {"operation":3,"reason":"r"}                | stopped.operation: expected 2, since 1 operation is answered, found 3
            {"operation":2,"cause":"lazy","reason":"r"} | stopped.cause: expected one of unsupported, undefined, not-modelled, found "lazy"
            {"operation":2,"reason":"r","more":1}       | stopped.more: expected no other key here
            "no"                                        | stopped: expected a map, found "no"
            """)
    void a_stop_that_does_not_fit_is_garbage(String stopped, String problem) {
        String line =
                "{\"type\":\"answer\",\"id\":\"ATTACH-012\",\"steps\":[{\"answer\":0,\"locked_pages\":0,\"effects\":[]}],"
                        + "\"stopped\":" + stopped + "}";

        assertThat(catchThrowable(() -> reader.closing(line)))
                .isInstanceOf(Garbage.class)
                .hasMessageStartingWith(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"answer":"busy","locked_pages":0,"effects":[]}                          | steps[0].answer: expected an integer, "fd", the name of an errno or a word of a program, found "busy"
            {"answer":1.5,"locked_pages":0,"effects":[]}                             | steps[0].answer: expected an integer
            {"locked_pages":0,"effects":[]}                                          | steps[0]: expected the key "answer"
            {"answer":0,"effects":[]}                                                | steps[0]: expected the key "locked_pages"
            {"answer":0,"locked_pages":0}                                            | steps[0]: expected the key "effects"
            {"answer":0,"locked_pages":"0x1","effects":[]}                           | steps[0].locked_pages: expected a decimal integer
            {"answer":0,"out":{"flags":1},"locked_pages":0,"effects":[]}             | steps[0].out.flags: expected a lower-case hex string
            {"answer":0,"out":{"ddw_levels":"0x5"},"locked_pages":0,"effects":[]}    | steps[0].out.ddw_levels: expected a decimal integer
            {"answer":0,"locked_pages":0,"effects":[{"effect":"boom"}]}              | steps[0].effects[0].effect: expected one of window-set
            """)
    void a_step_that_lacks_what_was_announced_or_is_misspelt_is_garbage(String step, String problem) {
        String line = "{\"type\":\"answer\",\"id\":\"ATTACH-012\",\"steps\":[" + step + "]}";

        assertThat(catchThrowable(() -> reader.closing(line)))
                .isInstanceOf(Garbage.class)
                .hasMessageStartingWith(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "name":"n"      | "name":" "        | name: expected one line of at most 200 characters, found " "
            "version":"v"   | "version":"v\\nw" | version: expected one line of at most 200 characters
            "protocol":1    | "protocol":2      | protocol: expected 1, found 2
            "batch":"all"   | "batch":0         | batch: expected a number from 1, or "all", found 0
            "batch":"all"   | "batch":1,"stand_in_bridge":"yes" | stand_in_bridge: expected true or false
            "effects.window"| "effects"         | observes[1]: expected one of answer, out, locked_pages
            phb4-linux-6.12.95-4k | power9      | platform: expected a platform such as phb4-linux-6.12.95-4k
            """)
    void a_start_that_is_not_as_it_should_be_is_garbage(String right, String wrong, String problem) {
        assertThat(START).contains(right);

        assertThat(catchThrowable(() -> MessageReader.start(START.replace(right, wrong))))
                .isInstanceOf(Garbage.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void no_text_of_an_adapter_acts_on_a_terminal() throws Garbage {
        Observation skipped = reader.closing(
                "{\"type\":\"skip\",\"id\":\"ATTACH-012\",\"reason\":\"\\u001b[2J, \\u009b2J,\\nnext line\"}");
        Observation answered = reader.closing("""
                {"type":"answer","id":"ATTACH-012","steps":[
                 {"answer":0,"out":{"\\u001bc":"\\b"},"locked_pages":0,"effects":[]}]}""");

        assertThat(skipped.reason()).isEqualTo("\\x1b[2J, \\x9b2J,\nnext line");
        assertThat(answered.steps().get(0).out()).isEqualTo(Map.of("\\x1bc", "\\x08"));
    }

    @Test
    void a_long_line_is_cut_in_the_message() {
        assertThat(catchThrowable(() -> reader.closing("x".repeat(5000))))
                .hasMessageEndingWith("x".repeat(200) + "... (5000 characters)");
    }
}
