// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
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
        assertThat(attachments(folders)).containsExactlyInAnyOrder(".yaml", ".tsv", ".txt");
        assertThat(tests(folders)).hasSize(3).allSatisfy(test -> assertThat(test.split("<svg", -1).length)
                .as("pictures, each once")
                .isBetween(2, 4));
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
    void the_single_file_holds_what_the_site_holds_and_not_much_more_than_the_program() throws IOException {
        ReportFolders folders = checkout();
        run(folders);

        HtmlReport.build(root);

        JsonNode data = packed(folders);
        assertThat(data.size()).isGreaterThan(20);
        data.fields().forEachRemaining(file -> assertThat(file.getValue().asText())
                .as(file.getKey())
                .isEqualTo(site(folders, file.getKey()).replace("\"../../../fixtures", "\"../../fixtures")));
        assertThat(data.toString()).contains("../../fixtures/corpus/attach/ATTACH-012.yaml");
        // What each file of the program itself takes: 3.3 million bytes; three scenarios: 10 thousand.
        assertThat(Files.size(folders.singleFile())).isBetween(3_000_000L, 3_500_000L);
        assertThat(data.toString().length()).isLessThan(100_000);
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
        packed(folders).forEach(file -> texts.add(file.asText()));
        try (Stream<Path> files = Files.walk(folders.site())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    private static JsonNode packed(ReportFolders folders) throws IOException {
        String page = Files.readString(folders.singleFile());
        Matcher data = Pattern.compile("<script id=\"report-data\"[^>]*>([^<]+)</script>")
                .matcher(page);
        assertThat(data.find()).isTrue();
        byte[] bytes = Base64.getDecoder().decode(data.group(1));
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return JSON.readTree(unpacked);
        }
    }

    private static List<String> tests(ReportFolders folders) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folders.site().resolve("data/test-cases"))) {
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static String site(ReportFolders folders, String path) {
        try {
            return Files.readString(folders.site().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
