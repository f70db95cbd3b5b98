// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Rule;

/**
 * One line of a call taken apart.
 *
 * @param depth how many procedures it is inside of, from 0
 * @param kind what it is
 * @param text id of the rule, or name of the step
 * @param rule the reason that it gives; empty for a step
 * @param answer what the call returns because of it; empty for a step, and where a step decides that itself
 * @param item what the model has there; empty for {@link Kind#GRANTED} and {@link Kind#REASON}
 */
public record CallEntry(
        int depth, Kind kind, String text, Optional<Rule> rule, Optional<Answer> answer, Optional<Item<?>> item) {
    /** What a line of a call is. */
    public enum Kind {
        /** Ends the call when it fails. */
        CHECK,
        /** Changes something; what is deeper belongs to it. */
        STEP,
        /** A rule that the step before gives itself. */
        REASON,
        /** The reason for success when nothing else gave one. */
        GRANTED
    }
}
