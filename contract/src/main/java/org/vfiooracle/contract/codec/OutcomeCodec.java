// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;

/** Outcomes as ordered maps: {@code answer}, {@code out}, {@code locked_pages}, {@code effects},
 * {@code calls}. */
public final class OutcomeCodec {
    private static final String EXPECTED_ANSWER = "an integer, \"fd\", the name of an errno or a word of a program";

    private OutcomeCodec() {}

    /** Returns {@code outcome} as a map, without {@code out} and {@code effects} where they are empty. */
    public static Map<String, Object> encode(Outcome outcome) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("answer", answer(outcome.answer()));
        if (!outcome.out().isEmpty()) {
            tree.put("out", out(outcome.out()));
        }
        tree.put("locked_pages", outcome.lockedPages());
        if (!outcome.effects().isEmpty()) {
            tree.put(
                    "effects",
                    outcome.effects().stream().map(EffectCodec::encode).toList());
        }
        if (!outcome.calls().isEmpty()) {
            tree.put(
                    "calls", outcome.calls().stream().map(HostCallCodec::encode).toList());
        }
        return tree;
    }

    /** Returns {@code answer} as a document has it: an integer, {@code fd}, the name of an errno or a word. */
    public static Object answer(Answer answer) {
        return answer instanceof Answer.Value value ? (Object) value.value() : answer.toString();
    }

    /** Returns the fields a call filled in as a map, in the order of the struct. */
    public static Map<String, Object> out(Map<OutField, Long> out) {
        Map<String, Object> tree = new LinkedHashMap<>();
        out.forEach((field, value) -> tree.put(field.key(), field.hex() ? Hex.of(value) : (Object) value));
        return tree;
    }

    /**
     * Reads an outcome.
     *
     * @param path place of {@code tree} in its document
     * @throws CodecProblem when it is none
     */
    public static Outcome decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Outcome outcome = take(fields);
        fields.end();
        return outcome;
    }

    /**
     * Takes the keys of an outcome out of {@code fields} and leaves others there; an absent {@code out} or
     * {@code effects} is empty.
     *
     * @throws CodecProblem when they are no outcome
     */
    public static Outcome take(Fields fields) {
        Answer answer = takeAnswer(fields);
        Map<OutField, Long> out = takeOut(fields);
        long locked = fields.number("locked_pages");
        return new Outcome(
                answer,
                out,
                locked,
                fields.listOrEmpty("effects", EffectCodec::decode),
                fields.listOrEmpty("calls", HostCallCodec::decode));
    }

    /**
     * Takes {@code answer} out of {@code fields}.
     *
     * @throws CodecProblem when it is not there or no answer
     */
    public static Answer takeAnswer(Fields fields) {
        Object value = fields.any("answer");
        if (value instanceof Integer || value instanceof Long) {
            return new Answer.Value(((Number) value).longValue());
        }
        if (value instanceof String text && !text.matches("-?[0-9]+")) {
            try {
                return Answer.parse(text);
            } catch (IllegalArgumentException e) {
                throw new CodecProblem(fields.path("answer"), EXPECTED_ANSWER, "\"" + text + "\"");
            }
        }
        throw new CodecProblem(fields.path("answer"), EXPECTED_ANSWER, "\"" + value + "\"");
    }

    /**
     * Takes {@code out} from {@code fields}; an absent one is empty.
     *
     * @throws CodecProblem when it has another form
     */
    public static Map<OutField, Long> takeOut(Fields fields) {
        Fields filled = fields.mapOrEmpty("out");
        Map<OutField, Long> out = new EnumMap<>(OutField.class);
        for (OutField field : OutField.values()) {
            if (filled.has(field.key())) {
                out.put(field, field.hex() ? filled.hex(field.key()) : filled.number(field.key()));
            }
        }
        filled.end();
        return out;
    }
}
