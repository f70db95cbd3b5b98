// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;

final class OutcomeCodecTest {
    @Test
    void an_outcome_is_read_as_it_was_written() {
        Outcome outcome = new Outcome(
                Answer.OK,
                Map.of(OutField.START_ADDR, 1L << 59, OutField.DDW_LEVELS, 5L, OutField.FLAGS, 0L),
                12,
                List.of(
                        new Effect.WindowSet("A", 1, 1L << 59, 0x1000, 16),
                        new Effect.WindowUnset("A", 0),
                        new Effect.Bypass("B", true),
                        new Effect.Bypass("B", false),
                        new Effect.Tces(true, 0, 0x1000),
                        new Effect.Tces(false, 0x1000, 0x2000)));

        Map<String, Object> tree = OutcomeCodec.encode(outcome);

        assertThat(tree.keySet()).containsExactly("answer", "out", "locked_pages", "effects");
        assertThat(((Map<?, ?>) tree.get("out")).keySet())
                .extracting(Object::toString)
                .containsExactly("flags", "ddw_levels", "start_addr");
        assertThat(OutcomeCodec.decode(tree, "outcome")).isEqualTo(outcome);
    }

    @Test
    void nothing_is_written_where_there_is_nothing() {
        Outcome outcome = new Outcome(Answer.of(Errno.EBUSY), Map.of(), 0, List.of());

        assertThat(OutcomeCodec.encode(outcome)).isEqualTo(Map.of("answer", "EBUSY", "locked_pages", 0L));
        assertThat(OutcomeCodec.decode(Map.of("answer", "EBUSY", "locked_pages", 0), ""))
                .isEqualTo(outcome);
    }

    @Test
    void a_descriptor_is_no_number() {
        assertThat(OutcomeCodec.answer(Answer.FD)).isEqualTo("fd");
        assertThat(OutcomeCodec.answer(new Answer.Value(1))).isEqualTo(1L);
    }

    @Test
    void another_document_is_refused_at_its_place() {
        refused(Map.of("answer", "0", "locked_pages", 0), "outcome.answer: expected an integer, \"fd\", the name");
        refused(Map.of("answer", "EFOO", "locked_pages", 0), "outcome.answer: expected an integer, \"fd\", the name");
        refused(Map.of("answer", 0), "outcome: expected the key \"locked_pages\"");
        refused(
                Map.of("answer", 0, "locked_pages", 0, "out", Map.of("color", 1)),
                "outcome.out.color: expected no other key");
        refused(
                Map.of("answer", 0, "locked_pages", 0, "effects", List.of(Map.of("effect", "boom"))),
                "outcome.effects[0].effect: expected one of window-set,");
        refused(Map.of("answer", 0, "locked_pages", 0, "effects", Map.of()), "outcome.effects: expected a list");
    }

    private static void refused(Map<String, Object> tree, String message) {
        assertThatThrownBy(() -> OutcomeCodec.decode(tree, "outcome"))
                .isInstanceOf(CodecProblem.class)
                .hasMessageStartingWith(message);
    }
}
