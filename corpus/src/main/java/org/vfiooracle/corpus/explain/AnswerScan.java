// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;

/** Finds the calls, answers, rules and deviations in the text of one answer of a case file, without parsing it. */
final class AnswerScan {
    private static final String CALL = "      - op: ";
    private static final String ANSWER = "        answer: ";
    private static final String RULE = "        rule: ";
    private static final String DEVIATION = "          deviation: ";

    private AnswerScan() {}

    /**
     * One operation as the text tells it.
     *
     * @param call name of the operation
     * @param answer what it answers
     * @param rule id of the rule that decided it
     * @param deviation id of the deviation that made the difference
     */
    record Step(String call, Answer answer, String rule, Optional<String> deviation) {}

    /** Returns the steps in order. */
    static List<Step> steps(String text) {
        List<Step> steps = new ArrayList<>();
        for (int at = text.indexOf(CALL); at >= 0; ) {
            int next = text.indexOf("\n" + CALL, at + 1);
            steps.add(step(text.substring(at, next < 0 ? text.length() : next + 1)));
            at = next < 0 ? -1 : next + 1;
        }
        return steps;
    }

    private static Step step(String text) {
        return new Step(
                value(text, CALL).orElseThrow(),
                Answer.parse(value(text, ANSWER).orElseThrow()),
                value(text, RULE).orElseThrow(),
                value(text, DEVIATION));
    }

    /** The value of the first line that begins with {@code key}, if there is one. */
    private static Optional<String> value(String text, String key) {
        int at = text.startsWith(key) ? 0 : text.indexOf("\n" + key) + 1;
        if (at == 0 && !text.startsWith(key)) {
            return Optional.empty();
        }
        String value = text.substring(at + key.length(), text.indexOf('\n', at));
        boolean quoted = value.startsWith("'");
        return Optional.of(quoted ? value.substring(1, value.length() - 1).replace("''", "'") : value);
    }
}
