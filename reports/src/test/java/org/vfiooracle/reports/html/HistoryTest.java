// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
    @TempDir
    private Path report;

    @TempDir
    private Path results;

    @Test
    void the_newest_results_of_a_test_are_carried_over() throws IOException {
        String items =
                IntStream.range(0, 20).mapToObj(n -> "{\"uid\": \"" + n + "\"}").collect(Collectors.joining(", "));
        Files.createDirectories(report.resolve("history"));
        Files.writeString(
                report.resolve("history/history.json"),
                "{\"ATTACH-012\": {\"items\": [" + items + "]}, \"other\": {}}");

        new History(report, results).carryOver();

        JsonNode kept = new ObjectMapper().readTree(Files.readString(results.resolve("history/history.json")));
        assertThat(kept.path("ATTACH-012").path("items")).hasSize(History.RESULTS);
        assertThat(kept.path("ATTACH-012").path("items").path(0).path("uid").asText())
                .isEqualTo("0");
        assertThat(kept.path("other").isEmpty()).isTrue();
    }
}
