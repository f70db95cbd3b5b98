// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.vocabulary;

/**
 * One step of the vocabulary.
 *
 * @param kind which keyword it is meant for
 * @param text its text, with what varies in braces
 * @param meaning one line
 * @param example the step as it stands in a feature file; lines after the first are its table
 */
public record VocabularyStep(Kind kind, String text, String meaning, String example) {
    /** The keywords. */
    public enum Kind {
        GIVEN("Given"),
        WHEN("When"),
        THEN("Then");

        private final String keyword;

        Kind(String keyword) {
            this.keyword = keyword;
        }

        /** The keyword as feature files spell it. */
        public String keyword() {
            return keyword;
        }
    }

    /** Returns the first line of the example. */
    public String firstLine() {
        return example.lines().findFirst().orElse("");
    }
}
