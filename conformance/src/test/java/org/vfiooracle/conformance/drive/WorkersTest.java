// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observation.Ending;
import org.vfiooracle.samples.SampleCases;

/** Several processes of one adapter share the cases. */
final class WorkersTest {
    private static final String ADAPTER = """
            echo started >&2
            while read line; do
              case "$line" in
                *'"type":"start"'*) echo '{"type":"start","protocol":1,"name":"sh","version":"1",\
            "platform":"phb4-linux-6.12.95-4k","topologies":["six-groups"],"observes":["answer"],"batch":1,"workers":3}';;
                *'"type":"stop"'*) exit 0;;
                *) id=${line#*'"id":"'}; id=${id%%'"'*}; echo "$id by $$" >&2
                   echo '{"type":"skip","id":"'$id'","reason":"r"}';;
              esac
            done
            """;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void each_has_its_own_cases() {
        List<Observation> seen = perform(ADAPTER, OptionalInt.of(3));

        assertThat(log.stream().filter("started"::equals)).hasSize(3);
        assertThat(seen).hasSize(4).extracting(Observation::ending).containsOnly(Ending.SKIPPED);
        assertThat(log.stream().filter(line -> line.contains(" by ")).map(line -> line.split(" by ")[1]))
                .hasSize(4);
        assertThat(log.stream()
                        .filter(line -> line.contains(" by "))
                        .map(line -> line.split(" by ")[1])
                        .distinct())
                .hasSize(3);
    }

    @Test
    void there_are_as_many_as_are_announced_and_as_there_are_processors() {
        perform(ADAPTER, OptionalInt.empty());

        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(log.stream().filter("started"::equals)).hasSize(Math.min(3, processors));
    }

    @Test
    void one_that_does_not_start_leaves_its_cases_not_run() {
        String once = "mkdir " + folder.resolve("lock") + " || exit 5\n" + ADAPTER;

        List<Observation> seen = perform(once, OptionalInt.of(2));

        assertThat(seen).extracting(Observation::ending).containsOnly(Ending.SKIPPED, Ending.NOT_RUN);
        assertThat(seen)
                .filteredOn(one -> one.ending() == Ending.NOT_RUN)
                .hasSize(2)
                .allSatisfy(
                        one -> assertThat(one.reason())
                                .startsWith(
                                        "a further adapter did not start: the adapter exited before its start message (exit 5)"));
    }

    private List<Observation> perform(String line, OptionalInt workers) {
        List<Observation> seen = new ArrayList<>();
        AdapterCommand command =
                new AdapterCommand(line, Path.of(""), Limits.USUAL.waits(Duration.ofSeconds(30)), workers, log::add);
        try (AdapterProcess first = AdapterProcess.start(command)) {
            new Workers(command).perform(first, SampleCases.CASES, seen::add);
        }
        return seen;
    }
}
