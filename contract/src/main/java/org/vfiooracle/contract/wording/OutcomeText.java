// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.wording;

import java.util.Map;
import java.util.StringJoiner;
import org.vfiooracle.contract.codec.OutcomeCodec;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;

/** What calls came to in one line for people: {@code 0, start_addr 0x0}, {@code EPERM}. */
public final class OutcomeText {
    private OutcomeText() {}

    /** Returns the answer of an outcome and the fields that the call filled in. */
    public static String of(Outcome outcome) {
        return of(outcome.answer(), outcome.out());
    }

    static String of(Answer answer, Map<OutField, Long> out) {
        return out.isEmpty() ? answer.toString() : answer + ", " + fields(out);
    }

    /** Returns the fields that a call filled in, in the order of the struct; empty where it filled in none. */
    public static String fields(Map<OutField, Long> out) {
        StringJoiner line = new StringJoiner(", ");
        OutcomeCodec.out(out).forEach((field, value) -> line.add(field + " " + value));
        return line.toString();
    }
}
