// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When results and the report are written, what of it is stale, and how large results may be. */
final class ReportTest {
    private static final String FEATURE = "features/attach/detach.feature";
    private static final String RESULTS = "reports/html/allure-results";
    private static final String ENVIRONMENT = RESULTS + "/environment.properties";

    @TempDir
    private Path folder;

    private TestCheckout checkout;

    @BeforeEach
    void copies() {
        checkout = TestCheckout.in(folder);
    }

    @AfterEach
    void remove_the_link_to_the_program() throws IOException {
        Path target = checkout.root().resolve("reports/target");
        if (Files.exists(target)) {
            try (Stream<Path> links = Files.list(target)) {
                links.forEach(link -> link.toFile().delete());
            }
        }
    }

    @Test
    void recording_some_scenarios_keeps_their_results_and_makes_no_report() throws IOException {
        checkout.run("record", "@ATTACH-050")
                .ended(0)
                .said("report     ./oracle report adds 1 new result to the report (1 in all)");
        assertThat(files()).filteredOn(file -> file.endsWith("-result.json")).hasSize(1);
        assertThat(checkout.root().resolve("reports/html/allure.html")).doesNotExist();

        checkout.run("record", "@ATTACH-050", "--no-report").ended(0);
        checkout.run("record", "@ATTACH-051").ended(0).said("adds 1 new result", "(2 in all)");

        assertThat(files()).filteredOn(file -> file.endsWith("-result.json")).hasSize(2);
        assertThat(fixtures()).as("fixtures of both").isGreaterThan(40);
    }

    @Test
    void recording_without_a_report_leaves_the_results_as_they_are() {
        checkout.run("record", "@ATTACH-050", "--no-report").ended(0);

        assertThat(checkout.root().resolve(RESULTS)).doesNotExist();
    }

    @Test
    void wanting_the_report_and_not_wanting_it_is_refused() {
        checkout.run("record", "@ATTACH-050", "--report", "--no-report").ended(2);
    }

    @Test
    void a_report_of_some_results_says_what_is_not_in_it() throws IOException {
        program();
        checkout.run("record", FEATURE, "--report").ended(0).said("report     reports/html/allure.html (open this)");
        checkout.edit(FEATURE, "it answers EINVAL, rule group.un", "it answers EBUSY, rule group.un");

        checkout.run("report")
                .ended(1)
                .said(
                        "reports/html/allure.html\n",
                        " cases of the corpus not in it: ./oracle record\n",
                        " features changed or not in it: ./oracle record\n");
    }

    @Test
    void the_results_of_a_run_are_a_report_of_their_own() throws IOException {
        program();
        Path results = folder.resolve("of-a-run");
        checkout.run(
                        "diff",
                        "fixtures/corpus/hotplug",
                        "fixtures/corpus/hotplug",
                        "--format",
                        "allure",
                        "--out",
                        results.toString())
                .ended(0);
        Path file = folder.resolve("run.html");

        checkout.run("report", "--results", results.toString(), "--out", file.toString())
                .ended(0)
                .said("run.html\n");

        assertThat(file).isNotEmptyFile();
        assertThat(checkout.root().resolve("reports/html"))
                .as("the report of the scenarios")
                .doesNotExist();
    }

    @Test
    void a_report_of_nothing_is_refused() {
        checkout.run("report", "--results", "nowhere").ended(2).said("nothing to report", "--write allure=nowhere");
        checkout.run("report", "--out", "run.html").ended(2).said("--out works only with --results");
    }

    /** 900 cases with 30 platforms are 20 MB of results then, and no more in the report. */
    @Test
    void results_of_a_case_take_few_bytes_and_few_files() throws IOException {
        checkout.run("record", "features/attach").ended(0);

        long cases =
                files().stream().filter(file -> file.endsWith("-result.json")).count();
        long bytes = 0;
        for (String file : files()) {
            bytes += Files.size(checkout.root().resolve(RESULTS).resolve(file));
        }
        assertThat(cases).isGreaterThan(50);
        assertThat(bytes / cases).isBetween(5_000L, 20_000L);
        assertThat(files().size()).isLessThan((int) cases * 3);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(checkout.root().resolve(RESULTS))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private int fixtures() {
        return checkout.read(ENVIRONMENT)
                .lines()
                .filter(line -> line.startsWith("Fixtures = "))
                .map(line -> Integer.valueOf(line.substring("Fixtures = ".length())))
                .findFirst()
                .orElseThrow();
    }

    /** The program that makes reports, where the build of this checkout has unpacked it. */
    private void program() throws IOException {
        String target = System.getProperty("oracle.target", "target");
        try (Stream<Path> unpacked =
                Files.list(TestCheckout.REAL.resolve("reports").resolve(target))) {
            Path program = unpacked.filter(path -> path.getFileName().toString().startsWith("allure-"))
                    .findFirst()
                    .orElseThrow();
            Path link = checkout.root().resolve("reports/target").resolve(program.getFileName());
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, program);
        }
    }
}
