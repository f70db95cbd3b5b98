// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a file of the checkout.
 *
 * @param file path from the root, with /
 * @param line from 1
 */
record ReportPlace(String file, int line) {
    private static final Pattern FORM = Pattern.compile("(.+?):([0-9]{1,7})(?::[0-9]+)?");

    /** Reads {@code features/attach/join.feature:31}; empty for another text. */
    static Optional<ReportPlace> of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ReportPlace(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
