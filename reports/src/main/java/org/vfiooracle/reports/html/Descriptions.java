// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The descriptions of tests in a site. Allure writes each twice into the file of the test: as that of the test, which its pages
 * show, and as that of its stage, which they do not; together they would be most of the report.
 */
record Descriptions(Path site) {
    private static final String KEY = "\"descriptionHtml\":\"";

    /** Removes the second ones, and puts the tags of each test in order. */
    void once() throws IOException {
        for (Path file : tests()) {
            String text = Files.readString(file);
            Files.writeString(file, Tags.inOrder(once(text)));
        }
    }

    private List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.list(site.resolve("data").resolve("test-cases"))) {
            return files.toList();
        }
    }

    static String once(String test) {
        int first = test.indexOf(KEY);
        if (first < 0) {
            return test;
        }
        String field = test.substring(first, endOfText(test, first + KEY.length())) + ",";
        int second = test.indexOf(field, first + field.length());
        return second < 0 ? test : test.substring(0, second) + test.substring(second + field.length());
    }

    /** Returns where a text of JSON has ended that began at {@code from}: at a quote after an even number of backslashes. */
    private static int endOfText(String json, int from) {
        int quote = json.indexOf('"', from);
        while (backslashesBefore(json, quote) % 2 != 0) {
            quote = json.indexOf('"', quote + 1);
        }
        return quote + 1;
    }

    private static int backslashesBefore(String json, int end) {
        int count = 0;
        while (json.charAt(end - 1 - count) == '\\') {
            count++;
        }
        return count;
    }
}
