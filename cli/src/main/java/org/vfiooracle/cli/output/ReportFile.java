// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.vfiooracle.verdict.report.ReportFormat;

/**
 * A report that goes into a file.
 *
 * @param format for whom
 * @param file where, a folder for Allure
 */
public record ReportFile(ReportFormat format, Path file) {
    /**
     * Reads {@code junit=results.xml}.
     *
     * @throws IllegalArgumentException when it is something else; the message says what was expected
     */
    public static ReportFile parse(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        if (equals < 0 || equals == text.length() - 1) {
            throw new IllegalArgumentException("expected FORMAT=FILE, as in junit=results.xml, found \"" + text + "\"");
        }
        ReportFormat format = Arrays.stream(ReportFormat.values())
                .filter(one -> one.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of "
                        + Arrays.stream(ReportFormat.values())
                                .map(ReportFormat::toString)
                                .collect(Collectors.joining(", "))
                        + " before the =, found \"" + name + "\""));
        return new ReportFile(format, Path.of(text.substring(equals + 1)));
    }
}
