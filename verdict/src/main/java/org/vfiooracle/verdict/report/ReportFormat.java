// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.Locale;

/** For whom a report is written. */
public enum ReportFormat {
    /** People, by cause. */
    TEXT,
    /** One line with the counts. */
    SUMMARY,
    /** Programs. */
    JSON,
    /** CI servers. */
    JUNIT,
    /** Whatever reads the Test Anything Protocol, version 14. */
    TAP,
    /** People, on a page of a forge: {@code $GITHUB_STEP_SUMMARY}. */
    MARKDOWN,
    /** Code scanning: SARIF 2.1.0. */
    SARIF,
    /** Annotations of GitHub, on standard output of a workflow. */
    GITHUB,
    /** A folder of Allure results. */
    ALLURE;

    /** The name that a user gives it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
