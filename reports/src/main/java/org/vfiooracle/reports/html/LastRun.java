// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * When the last run began. Results of some scenarios stand beside those of earlier runs, and Allure takes all time since the first
 * of them for the duration.
 */
public final class LastRun {
    private static final String FILE = "last-run";
    private static final ObjectMapper JSON = new ObjectMapper();

    private LastRun() {}

    /** Notes it beside the results in a folder. */
    public static void note(Path results, Instant began) throws IOException {
        Files.writeString(results.resolve(FILE), Long.toString(began.toEpochMilli()));
    }

    /** Corrects the duration in a site that was made from the results. */
    static void correct(Path results, Path site) throws IOException {
        if (!Files.exists(results.resolve(FILE))) {
            return;
        }
        long began = Long.parseLong(Files.readString(results.resolve(FILE)).strip());
        Path summary = site.resolve("widgets/summary.json");
        JsonNode tree = JSON.readTree(Files.readString(summary));
        long stop = tree.path("time").path("stop").asLong();
        if (tree.path("time") instanceof ObjectNode time
                && began > time.path("start").asLong()
                && began <= stop) {
            time.put("start", began);
            time.put("duration", stop - began);
            Files.writeString(summary, JSON.writeValueAsString(tree));
            trend(site.resolve("widgets/duration-trend.json"), stop - began);
            trend(site.resolve("history/duration-trend.json"), stop - began);
        }
    }

    private static void trend(Path file, long duration) throws IOException {
        JsonNode runs = JSON.readTree(Files.readString(file));
        if (runs.path(0).path("data") instanceof ObjectNode last) {
            last.put("duration", duration);
            Files.writeString(file, JSON.writeValueAsString(runs));
        }
    }
}
