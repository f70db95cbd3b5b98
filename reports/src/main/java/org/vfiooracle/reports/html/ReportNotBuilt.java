// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import java.nio.file.Path;

/** The report cannot be made, through no fault of the user's input. */
public final class ReportNotBuilt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ReportNotBuilt(String message) {
        super(message);
    }

    /** The Allure program is not where the build puts it. */
    static ReportNotBuilt programMissing(Path folder) {
        return new ReportNotBuilt("the program that makes the report is missing\n"
                + "  expected: a folder allure-VERSION with lib/ in " + folder + "\n"
                + "  found: none\n"
                + "  hint: the build unpacks it: mvn -q -Dmaven.test.skip=true package");
    }

    /** The Allure program ended in an error. */
    static ReportNotBuilt programFailed(int exitCode, String output) {
        return new ReportNotBuilt("Allure did not make the report\n"
                + "  expected: exit code 0\n"
                + "  found: " + exitCode + "\n"
                + output.strip().indent(4).stripTrailing());
    }

    /** The Allure program makes another page than this one can pack. */
    static ReportNotBuilt strangePage(Path page) {
        return new ReportNotBuilt("the page of the report cannot be packed into a single file\n"
                + "  expected: a line <body> in " + page + "\n"
                + "  found: none\n"
                + "  hint: the version of Allure is allure.commandline.version in pom.xml");
    }

    /** There is nothing to make a report from. */
    static ReportNotBuilt noResults(Path folder) {
        return new ReportNotBuilt("there is nothing to report\n"
                + "  expected: results in " + folder + "\n"
                + "  found: none\n"
                + "  hint: ./oracle record writes them");
    }
}
