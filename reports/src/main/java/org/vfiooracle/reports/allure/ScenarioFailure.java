// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

/**
 * Why a scenario failed.
 *
 * @param kind the category that the report files it under
 * @param explanation the whole text, as the command prints it
 */
public record ScenarioFailure(Kind kind, String explanation) {
    /** The categories of failures. */
    public enum Kind {
        WRONG_EXPECTATION("Wrong expectation", true),
        DRIFT("Drift from the corpus", true),
        PLATFORM_NOT_MATCHED("Platform not matched", true),
        NOT_MODELLED("Not modelled", false),
        UNDEFINED_STEP("Undefined step", false),
        FEATURE_FILE("Wrong feature file", false),
        DEFECT("Defect of the oracle", false);

        private final String title;
        private final boolean finding;

        Kind(String title, boolean finding) {
            this.title = title;
            this.finding = finding;
        }

        /** How the report calls the category. */
        public String title() {
            return title;
        }

        /** Whether the scenario ran and found something (failed), rather than could not be run (broken). */
        public boolean finding() {
            return finding;
        }
    }
}
