// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.Optional;

/** What a recording did for the report. */
public sealed interface ReportLine {
    /** What to tell the user, if anything. */
    Optional<String> text();

    /** The file to open, if there is a new one. */
    default Optional<String> made() {
        return Optional.empty();
    }

    /** Nobody wanted it. */
    record Unwanted() implements ReportLine {
        @Override
        public Optional<String> text() {
            return Optional.empty();
        }
    }

    /**
     * The report was made.
     *
     * @param path the file to open
     */
    record Made(String path) implements ReportLine {
        @Override
        public Optional<String> text() {
            return Optional.of(path + " (open this), reports/html/allure (for a web server)");
        }

        @Override
        public Optional<String> made() {
            return Optional.of(path);
        }
    }

    /**
     * What the report is made from is written, and the report is older.
     *
     * @param written the cases whose results are new
     * @param all the cases that have a result
     */
    record Written(int written, int all) implements ReportLine {
        @Override
        public Optional<String> text() {
            return Optional.of("./oracle report adds " + written + (written == 1 ? " new result" : " new results")
                    + " to the report (" + all + " in all)");
        }
    }
}
