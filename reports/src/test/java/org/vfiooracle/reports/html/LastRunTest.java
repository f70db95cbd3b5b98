// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report says how long the last run took, not how long ago the first of its results is. */
final class LastRunTest {
    private static final String TREND = """
            [{"buildOrder":2,"data":{"duration":DURATION}},{"buildOrder":1,"data":{"duration":5}}]""";

    @TempDir
    private Path folder;

    @BeforeEach
    void a_site_of_results_of_two_days() throws IOException {
        Files.createDirectories(folder.resolve("widgets"));
        Files.createDirectories(folder.resolve("history"));
        write("widgets/summary.json", """
                {"reportName":"x","time":{"start":1000,"stop":90001000,"duration":90000000,"sumDuration":7}}""");
        write("widgets/duration-trend.json", TREND.replace("DURATION", "90000000"));
        write("history/duration-trend.json", TREND.replace("DURATION", "90000000"));
    }

    @Test
    void the_duration_is_that_of_the_last_run() throws IOException {
        LastRun.note(folder, Instant.ofEpochMilli(90000200));

        LastRun.correct(folder, folder);

        assertThat(read("widgets/summary.json"))
                .contains("\"start\":90000200,\"stop\":90001000,\"duration\":800,\"sumDuration\":7");
        assertThat(read("widgets/duration-trend.json")).isEqualTo(TREND.replace("DURATION", "800"));
        assertThat(read("history/duration-trend.json")).isEqualTo(TREND.replace("DURATION", "800"));
    }

    @Test
    void results_of_one_run_stay_as_they_are() throws IOException {
        String before = read("widgets/summary.json");
        LastRun.note(folder, Instant.ofEpochMilli(1000));

        LastRun.correct(folder, folder);

        assertThat(read("widgets/summary.json")).isEqualTo(before);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
