// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.vmm;

import java.util.Map;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Word;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.state.Program;

/**
 * What a program says after an operation.
 *
 * @param memory what it remembers from then on
 * @param answer what it says
 * @param out what else it says
 * @param rule why
 * @param ends whether it ends with that; the kernel then closes what it has open
 */
public record Told(Program memory, Answer answer, Map<OutField, Long> out, Rule rule, boolean ends) {
    public Told {
        out = Map.copyOf(out);
    }

    /** Says one word, which may be its last. */
    public static Told of(Program memory, Word word, Rule rule) {
        boolean last = word == Word.EXITED || word == Word.ABORTED;
        return new Told(memory, Answer.of(word), Map.of(), rule, last);
    }

    /** Says that all is well. */
    public static Told ok(Program memory, Rule rule) {
        return new Told(memory, Answer.OK, Map.of(), rule, false);
    }

    /** Ends as it should. */
    public static Told quit(Program memory, Rule rule) {
        return new Told(memory, Answer.OK, Map.of(), rule, true);
    }
}
