// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Rule;

/**
 * What a platform makes of a log.
 *
 * @param platform the platform
 * @param agreed how many calls it would have answered so, from the first on
 * @param counts how these were looked at
 * @param first the first call that it would have answered otherwise
 * @param path what the log may have called, that one included; calls that were judged by their result alone are not in it
 */
public record Judgement(
        PlatformId platform, int agreed, Map<How, Integer> counts, Optional<Disagreement> first, CallPath path) {
    /** How a call was looked at. */
    public enum How {
        /** Its arguments are in the log. */
        FULLY,
        /** The log does not show its arguments; with usual ones it answers so. */
        ASSUMED,
        /** Some check of it answers so; nothing more is known. */
        BY_RESULT,
        /** Not at all: the request is not modelled, or the file system answered. */
        NOT
    }

    /**
     * A call that a platform would have answered otherwise.
     *
     * @param logged as the log has it
     * @param call its name
     * @param expected what the platform can answer, each with its rule
     */
    public record Disagreement(LoggedCall logged, String call, List<Expected> expected) {
        public Disagreement {
            expected = List.copyOf(expected);
        }
    }

    /** An answer and the rule behind it. */
    public record Expected(Answer answer, Rule rule) {}

    /** Whether it agrees with all of the log. */
    public boolean agrees() {
        return first.isEmpty();
    }
}
