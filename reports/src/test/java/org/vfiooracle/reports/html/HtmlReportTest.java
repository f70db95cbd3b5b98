// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.reports.SampleReports;
import org.vfiooracle.reports.allure.AllureResults;

/** Makes real reports with the program that the build unpacked; each takes some seconds. */
final class HtmlReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path PROGRAM = Path.of(System.getProperty("vfiooracle.allure"));

    @TempDir
    private Path root;

    @AfterEach
    void remove_the_link_to_the_program() throws IOException {
        Files.deleteIfExists(root.resolve("reports/target").resolve(PROGRAM.getFileName()));
    }

    @Test
    void a_report_has_the_tree_the_attachments_and_a_history_and_calls_nobody() throws IOException {
        ReportFolders folders = checkout();
        run(folders);

        Path single = HtmlReport.build(root);

        assertThat(single).isEqualTo(folders.singleFile()).isNotEmptyFile();
        assertThat(folders.site().resolve("index.html")).isNotEmptyFile();
        assertThat(behaviours(folders))
                .containsExactlyInAnyOrder(
                        "Attaching groups",
                        "  A second group",
                        "    A container takes a second group only where the group can hand over its tables",
                        "      ATTACH-012 a second group, IOMMU type v2 already set",
                        "      ATTACH-013 the first group is refused",
                        "DMA windows",
                        "  Creating windows",
                        "    DMA-WINDOW-017.64k-pages a second window of 64k pages");
        assertThat(categories(folders)).containsExactly("Wrong expectation");
        assertThat(attachments(folders)).contains(".svg", ".yaml", ".tsv", ".txt");
        assertThat(everyText(folders)).isNotEmpty().noneMatch(text -> text.contains("googletagmanager"));
        assertThat(runs(folders)).isEqualTo(1);

        run(folders);
        HtmlReport.build(root);

        assertThat(runs(folders)).as("runs in the trend").isEqualTo(2);
        assertThat(historyOf(folders, "ATTACH-012"))
                .as("earlier results of a scenario")
                .isEqualTo(1);
        assertThat(leftOvers(folders)).containsExactlyInAnyOrder(".lock", "allure", "allure-results", "allure.html");

        HtmlReport.build(root);

        assertThat(runs(folders))
                .as("runs in the trend, the last one reported twice")
                .isEqualTo(2);
    }

    @Test
    void a_checkout_that_was_not_built_says_what_is_missing() {
        assertThatThrownBy(() -> HtmlReport.build(root))
                .isInstanceOf(ReportNotBuilt.class)
                .hasMessage("""
                        the program that makes the report is missing
                          expected: a folder allure-VERSION with lib/ in %s
                          found: none
                          hint: the build unpacks it: mvn -q -Dmaven.test.skip=true package""".replace("%s", root.resolve("reports/target").toString()));
    }

    @Test
    void without_results_there_is_nothing_to_report() throws IOException {
        checkout();

        assertThatThrownBy(() -> HtmlReport.build(root))
                .isInstanceOf(ReportNotBuilt.class)
                .hasMessageStartingWith("there is nothing to report");
    }

    /** A checkout whose build folder holds the program that the real build unpacked. */
    private ReportFolders checkout() throws IOException {
        Path target = Files.createDirectories(root.resolve("reports/target"));
        Files.createSymbolicLink(target.resolve(PROGRAM.getFileName()), PROGRAM);
        return new ReportFolders(root);
    }

    private static void run(ReportFolders folders) {
        AllureResults results = AllureResults.open(folders.results());
        results.scenario(SampleReports.joining());
        results.scenario(SampleReports.row());
        results.scenario(SampleReports.failing());
        results.run(SampleReports.facts());
    }

    private static List<String> behaviours(ReportFolders folders) throws IOException {
        List<String> lines = new ArrayList<>();
        outline(json(folders, "data/behaviors.json"), "", lines);
        return lines;
    }

    private static void outline(JsonNode node, String indent, List<String> lines) {
        for (JsonNode child : node.path("children")) {
            lines.add(indent + child.path("name").asText());
            outline(child, indent + "  ", lines);
        }
    }

    private static List<String> categories(ReportFolders folders) throws IOException {
        List<String> names = new ArrayList<>();
        json(folders, "data/categories.json")
                .path("children")
                .forEach(node -> names.add(node.path("name").asText()));
        return names;
    }

    private static int runs(ReportFolders folders) throws IOException {
        return json(folders, "history/history-trend.json").size();
    }

    private static int historyOf(ReportFolders folders, String id) throws IOException {
        return json(folders, "history/history.json").path(id).path("items").size() - 1;
    }

    private static List<String> attachments(ReportFolders folders) throws IOException {
        try (Stream<Path> files = Files.list(folders.site().resolve("data/attachments"))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(name.lastIndexOf('.')))
                    .distinct()
                    .toList();
        }
    }

    private static List<String> everyText(ReportFolders folders) throws IOException {
        List<String> texts = new ArrayList<>();
        texts.add(Files.readString(folders.singleFile()));
        try (Stream<Path> files = Files.walk(folders.site())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    private static List<String> leftOvers(ReportFolders folders) throws IOException {
        try (Stream<Path> files = Files.list(folders.site().getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static JsonNode json(ReportFolders folders, String path) throws IOException {
        return JSON.readTree(Files.readString(folders.site().resolve(path)));
    }
}
