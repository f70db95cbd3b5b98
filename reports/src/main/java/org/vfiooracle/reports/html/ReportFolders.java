// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import java.nio.file.Path;

/**
 * Where reports live in a checkout; git ignores all of it.
 *
 * @param root the checkout
 */
public record ReportFolders(Path root) {
    /** From a page of the site to the root of the checkout. */
    public static final String FROM_SITE = "../../../";

    /** From the single file to the root of the checkout. */
    static final String FROM_SINGLE_FILE = "../../";

    /** The results that the next report is made from. */
    public Path results() {
        return html().resolve("allure-results");
    }

    /** The report as a site, to be served over HTTP. */
    public Path site() {
        return html().resolve("allure");
    }

    /** The report as a single file, to be opened from the disk. */
    public Path singleFile() {
        return html().resolve("allure.html");
    }

    Path lock() {
        return html().resolve(".lock");
    }

    private Path html() {
        return root.resolve("reports").resolve("html");
    }
}
