// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An adapter that cannot be driven is told apart from one that answers wrongly. */
final class RunTest {
    @TempDir
    private Path folder;

    @Test
    void one_that_lacks_something_of_this_computer_is_no_finding() {
        Ran ran = run("sh -c 'exit 75'").ended(2).said("cannot run on this computer", "exit 75");

        assertThat(ran.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --write junit           | --write: expected FORMAT=FILE, as in junit=results.xml, found "junit"
            --write xml=a.xml       | --write: expected one of text, summary, json, junit, tap, markdown, sarif, github, allure before the =, found "xml"
            --write tap=/no/such/a  | --write: expected a file in an existing folder, found /no/such/a
            --write tap=/tmp        | --write: expected a file, found the folder /tmp
            --format allure         | --format: Allure results are a folder: --write allure=DIR
            --waivers no.yaml       | no.yaml: expected a file, found none
            --strictness exact      | expected one of answer, outcome, structs, locked, effects, state, found "exact"
            --picture a.png         | pictures are written as SVG only
            """)
    void what_cannot_be_reported_is_told_before_anything_runs(String option, String message) {
        String[] words = option.split(" ", 2);

        Ran.of("run", "--adapter", "exit 1", words[0], words[1]).ended(2).said(message);
    }

    @Test
    void programs_read_why_there_is_no_result() throws IOException {
        Ran ran = TestCheckout.in(folder)
                .run("run", "--adapter", "sh -c 'exit 75'", "--format", "json")
                .ended(2);

        JsonNode error = new ObjectMapper().readTree(ran.out()).path("error");
        assertThat(error.path("command").asText()).isEqualTo("oracle run");
        assertThat(error.path("exit").asInt()).isEqualTo(2);
        assertThat(error.path("text").asText()).contains("cannot run on this computer");
    }

    @Test
    void one_that_does_not_exist_broke() {
        run("./no-such-adapter").ended(3).said("exited before its start message", "exit 127", "no-such-adapter");
    }

    @Test
    void one_that_prints_garbage_broke_and_the_garbage_is_shown() {
        run("echo what a day").ended(3).said("first line is not a start message", "what a day");
    }

    @Test
    void a_start_message_that_is_wrong_is_told_by_its_field() {
        String start = "{\"type\":\"start\",\"protocol\":1,\"name\":\"a\",\"version\":\"1\","
                + "\"platform\":\"phb4-linux-6.12-4k\",\"topologies\":[],\"observes\":[\"answer\"],\"batch\":1,"
                + "\"calls\":[\"open\",\"VFIO_SET_IOMU\"]}";

        run("echo '" + start + "'")
                .ended(3)
                .said(
                        "the adapter's start message is wrong: echo",
                        "  where:    calls[1]\n",
                        "  expected: the name of an operation\n",
                        "  found:    \"VFIO_SET_IOMU\"\n",
                        "  hint:     did you mean VFIO_SET_IOMMU");
    }

    @Test
    void what_is_kept_differs_in_the_same_way_as_text_and_as_allure_results() throws IOException {
        TestCheckout checkout = TestCheckout.in(folder);
        Path kept = folder.resolve("answers.jsonl");
        Path allure = folder.resolve("allure");
        String fixtures = checkout.root().resolve("fixtures/corpus/mapping").toString();
        String statement = "expected 0, got ENOSPC";

        Ran ran = checkout.run("run", "--adapter", FullAfterOneMapping.command(), "--keep", kept.toString(), "mapping");
        Ran text = checkout.run("diff", fixtures, kept.toString());
        Ran results = checkout.run("diff", fixtures, kept.toString(), "--format", "allure", "--out", allure.toString());

        ran.ended(1).said(statement);
        text.ended(1).said(statement);
        assertThat(failures(text)).hasSize(1).isEqualTo(failures(ran));
        int cases = Files.readAllLines(kept).size() - 1;
        results.ended(1).said(allure + ": " + cases + " cases", "allure serve");
        assertThat(cases).isGreaterThan(20);
        List<JsonNode> tests = tests(allure);
        assertThat(tests).hasSize(cases);
        assertThat(tests)
                .filteredOn(test -> test.path("status").asText().equals("failed"))
                .hasSize(differing(text))
                .allSatisfy(test -> {
                    assertThat(test.path("statusDetails").path("message").asText())
                            .startsWith("Another answer\nfeatures/mapping/")
                            .contains(statement);
                    assertThat(test.path("steps")).hasSize(1);
                });
        assertThat(allure.resolve("categories.json")).content().contains("Another answer", "Crashed");
        assertThat(allure.resolve("environment.properties")).content().contains("command = diff ");
        checkout.run("diff", fixtures, kept.toString(), "--format", "allure", "--out", allure.toString())
                .ended(2)
                .said("the folder is not empty");
    }

    private static List<String> failures(Ran ran) {
        return ran.out()
                .lines()
                .filter(line -> line.startsWith("features/"))
                .sorted()
                .toList();
    }

    /** The number at the end of the line with the counts. */
    private static int differing(Ran ran) {
        return Integer.parseInt(ran.out().replaceAll("(?s).* ([0-9]+) differs.*", "$1"));
    }

    private static List<JsonNode> tests(Path folder) throws IOException {
        List<JsonNode> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("-result.json")).toList()) {
                tests.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return tests;
    }

    private Ran run(String adapter) {
        return TestCheckout.in(folder).run("run", "--adapter", adapter);
    }
}
