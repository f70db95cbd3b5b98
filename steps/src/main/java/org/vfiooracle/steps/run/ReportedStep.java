// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A Gherkin step with what it came to.
 *
 * @param keyword {@code Given}, {@code When}, {@code Then}, {@code And}, {@code But} or {@code *}
 * @param text the text after the keyword
 * @param table the rows of its data table, each with as many cells as the first; empty when there is none
 * @param document its doc string, if it has one
 * @param result what it came to on the platforms taken together
 * @param message why it did not pass, if it did not
 * @param took how long it took on all platforms
 */
public record ReportedStep(
        String keyword,
        String text,
        List<List<String>> table,
        Optional<String> document,
        Result result,
        Optional<String> message,
        Duration took) {
    /** What a step came to. */
    public enum Result {
        /** It held on every platform that reached it. */
        PASSED,
        /** It asserted something that is not so. */
        FAILED,
        /** It could not be performed: undefined, ambiguous, not modelled, or a defect of the oracle. */
        BROKEN,
        /** It was not reached. */
        SKIPPED
    }

    public ReportedStep {
        table = table.stream().map(List::copyOf).toList();
    }

    /** Returns a step without table and document that passed. */
    public static ReportedStep passed(String keyword, String text, Duration took) {
        return new ReportedStep(keyword, text, List.of(), Optional.empty(), Result.PASSED, Optional.empty(), took);
    }
}
