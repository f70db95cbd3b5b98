// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a report remembers of those before it: Allure reads it from the results, and writes it into the report. */
final class History {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How many earlier results of a test are carried over; Allure would keep 20, in four places, a tenth of the report. */
    static final int RESULTS = 9;

    private static final String OF_TESTS = "history.json";

    private final Path report;
    private final Path results;

    History(Path report, Path results) {
        this.report = report;
        this.results = results;
    }

    /**
     * Copies the history of the last report into the results, and numbers the build. Results that have a history keep it: they
     * are reported again, and must not count twice.
     */
    void carryOver() throws IOException {
        Path to = results.resolve("history");
        if (!Files.exists(to)) {
            Files.createDirectories(to);
            copy(report.resolve("history"), to);
            shorten(to.resolve(OF_TESTS));
        }
        int number = lastNumber(to.resolve("history-trend.json")) + 1;
        Files.writeString(results.resolve("executor.json"), """
                {"name": "vfio-oracle", "type": "oracle", "buildName": "run NUMBER", "buildOrder": NUMBER, "reportName": "vfio-oracle"}
                """.replace("NUMBER", Integer.toString(number)));
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void shorten(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        JsonNode tests = JSON.readTree(Files.readString(file));
        for (JsonNode test : tests) {
            if (test.path("items") instanceof ArrayNode items) {
                while (items.size() > RESULTS) {
                    items.remove(items.size() - 1);
                }
            }
        }
        Files.writeString(file, JSON.writeValueAsString(tests));
    }

    private static int lastNumber(Path trend) throws IOException {
        int last = 0;
        if (Files.exists(trend)) {
            for (JsonNode run : JSON.readTree(Files.readString(trend))) {
                last = Math.max(last, run.path("buildOrder").asInt());
            }
        }
        return last;
    }
}
