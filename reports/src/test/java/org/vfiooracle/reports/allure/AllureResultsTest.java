// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.reports.SampleReports;
import org.vfiooracle.steps.feature.ScenarioText;

final class AllureResultsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void the_identity_of_a_scenario_survives_an_edited_feature_file() throws IOException {
        ScenarioReport before = SampleReports.row();
        ScenarioReport after = edited(before);

        JsonNode first = written(before);
        JsonNode second = written(after);

        assertThat(second.path("name")).isNotEqualTo(first.path("name"));
        for (String identity : List.of("uuid", "historyId", "testCaseId")) {
            assertThat(second.path(identity).asText())
                    .as(identity)
                    .isNotEmpty()
                    .isEqualTo(first.path(identity).asText());
        }
        assertThat(first.path("historyId").asText()).isEqualTo("DMA-WINDOW-017.64k-pages");
        assertThat(first.path("testCaseId").asText()).isEqualTo("DMA-WINDOW-017");
    }

    @Test
    void a_scenario_stands_under_its_area_its_feature_and_its_rule() throws IOException {
        JsonNode test = written(SampleReports.joining());

        assertThat(labels(test, "epic")).containsExactly("Attaching groups");
        assertThat(labels(test, "feature")).containsExactly("A second group");
        assertThat(labels(test, "story"))
                .containsExactly("A container takes a second group only where the group can hand over its tables");
        assertThat(labels(test, "package")).containsExactly("attach.second-group");
        assertThat(labels(test, "severity")).containsExactly("critical");
        assertThat(labels(test, "tag")).containsExactly("ioda1", "ioda2", "phb4", "seed");
        assertThat(labels(test, "platform"))
                .containsExactly(
                        "ioda1-linux-4.2-64k", "ioda2-linux-4.2-64k", "ioda2-linux-6.12-4k", "phb4-linux-6.12-4k");
    }

    @Test
    void platforms_with_equal_states_share_a_picture_and_all_of_them_the_file_of_the_case() throws IOException {
        JsonNode test = written(SampleReports.joining());

        assertThat(summaries(test))
                .containsExactly(
                        "2 observed, 1 read",
                        "What it ends in: ioda1-linux-4.2-64k",
                        "What it ends in: ioda2-linux-4.2-64k",
                        "What it ends in: ioda2 6.12-4k, phb4 6.12-4k");
        assertThat(description(test).split("<svg", -1)).hasSize(4);
        assertThat(description(test).split("<details open>", -1)).hasSize(2);
        assertThat(test.path("attachments")).isEmpty();
        assertThat(names(test.path("links")))
                .containsExactly(
                        "fixtures/corpus/attach/ATTACH-012.yaml",
                        "tce_iommu_attach_group in Linux 4.2",
                        "tce_iommu_attach_group in Linux 6.12",
                        "vfio_ioctl_set_iommu in Linux 6.12");
        assertThat(test.path("links").path(0).path("url").asText())
                .isEqualTo("../../../fixtures/corpus/attach/ATTACH-012.yaml");
    }

    @Test
    void the_description_says_who_answers_what_and_why() throws IOException {
        String description = description(written(SampleReports.joining())).replaceAll("<(tr|li)>", "\n<$1>");

        assertThat(description.lines())
                .containsSequence(
                        "<tr><td><code>ioda1-linux-4.2-64k</code></td><td><b>EBUSY</b></td>"
                                + "<td><code>spapr.attach.no-ownership</code></td><td>1 read</td></tr>",
                        "<tr><td><code>ioda2 4.2-64k 6.12-4k</code><br><code>phb4 6.12-4k</code></td><td><b>0</b></td>"
                                + "<td><code>spapr.attach.joined</code></td><td><details><summary>2 observed, 1 read"
                                + "</summary>powernv8 (Linux 6.12.95)<br>powernv9 (Linux 6.12.95)</details></td></tr>")
                .anyMatch(line -> line.startsWith("<tr><td><code>x86-linux-6.12-4k</code></td><td><b>n/a</b></td>"
                        + "<td><code>container.set-iommu.unsupported</code></td>"
                        + "<td>&quot;G1&quot; is in container &quot;C1&quot; with IOMMU type v2: ENODEV</td></tr>"))
                .anyMatch(line -> line.startsWith("<li><code>spapr.attach.joined</code>: A further group that can hand "
                        + "over the ownership of its tables joins"));
    }

    @Test
    void a_scenario_weighs_what_its_rules_demand_unless_a_tag_says_otherwise() throws IOException {
        assertThat(labels(written(SampleReports.row()), "severity")).containsExactly("critical");
        assertThat(labels(written(edited(SampleReports.row())), "severity")).containsExactly("minor");
    }

    @Test
    void a_picture_is_well_formed_html_without_what_its_page_says_once() throws IOException {
        String description = description(written(SampleReports.joining()));
        String picture = description.substring(description.indexOf("<svg"), description.indexOf("</svg>"));

        assertThat(description.split("<style>", -1)).hasSize(2);
        assertThat(picture)
                .startsWith("<svg aria-label='Container C1 has group A and spapr-tce-v1.' class='vfio' role='img' ")
                .doesNotContain("<style", "ATTACH-012", "linux", "\"", "\n")
                .contains(" rx=10 /><rect class='pane' ");
    }

    @Test
    void a_scenario_takes_few_bytes_and_few_files() throws IOException {
        for (ScenarioReport report : List.of(SampleReports.joining(), SampleReports.row(), SampleReports.failing())) {
            written(report);

            // 900 scenarios are a report of 15 MB then, in results as in the site.
            assertThat(bytes()).as(report.id().toString()).isBetween(5_000L, 16_000L);
            assertThat(files()).as(report.id().toString()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void steps_keep_their_tables_and_their_own_status() throws IOException {
        JsonNode test = written(SampleReports.failing());

        JsonNode then = test.path("steps").path(1);
        assertThat(then.path("name").asText()).isEqualTo("Then it answers");
        assertThat(then.path("status").asText()).isEqualTo("failed");
        assertThat(then.path("statusDetails").path("message").asText()).isEqualTo("expected EBUSY, got 0");
        assertThat(text(then.path("attachments").path(0)))
                .isEqualTo("platforms\tanswer\trule\nioda1 on 4.2..4.11\tEBUSY\tspapr.attach.no-ownership\n"
                        + "*\t0\tspapr.attach.joined\n");
    }

    @Test
    void a_failure_is_explained_and_shows_what_the_model_answers() throws IOException {
        JsonNode test = written(SampleReports.failing());

        assertThat(test.path("status").asText()).isEqualTo("failed");
        assertThat(test.path("statusDetails").path("message").asText())
                .startsWith("Wrong expectation\nfeatures/attach/second-group.feature:31 @ATTACH-013");
        assertThat(names(test.path("attachments")))
                .containsExactly("Wrong expectation", "What the model answers, not as expected: phb4-linux-6.12-4k");
        assertThat(text(test.path("attachments").path(1))).contains("platform: phb4-linux-6.12-4k");
        assertThat(summaries(test)).containsExactly("Before and after the call, not as expected: phb4-linux-6.12-4k");
        assertThat(description(test))
                .contains("aria-label='Before: Container C1 has no group and no IOMMU type. "
                        + "After: Container C1 has group A and no IOMMU type.'")
                .contains(">before</text>", ">after</text>")
                .contains("<td>&#10007; <b>0</b></td>")
                .contains("<td>VFIO_GROUP_SET_CONTAINER(G1 -&gt; C1): expected EBUSY, got 0</td>");
        assertThat(names(test.path("links")))
                .as("no file of a case that nobody has recorded")
                .containsExactly("vfio_container_attach_group in Linux 6.12");
    }

    @Test
    void the_row_of_an_outline_is_told_by_its_parameters() throws IOException {
        JsonNode test = written(SampleReports.row());

        assertThat(names(test.path("parameters"))).containsExactly("case", "page size");
        assertThat(description(test))
                .contains("</style><p>The window begins at 2^59. </p><p> It is &lt;not&gt; the default.</p>");
    }

    @Test
    void the_same_run_gives_the_same_files() throws IOException {
        TreeMap<String, String> first = run(folder.resolve("first"));
        TreeMap<String, String> second = run(folder.resolve("second"));

        assertThat(first).hasSizeGreaterThan(7).isEqualTo(second);
    }

    @Test
    void opening_forgets_the_last_run_and_reopening_keeps_its_scenarios() throws IOException {
        run(folder);
        Files.createDirectories(folder.resolve("history"));
        Files.writeString(folder.resolve("history/history.json"), "{}");

        AllureResults.reopen(folder).scenario(SampleReports.row());

        assertThat(results()).isEqualTo(3);
        assertThat(folder.resolve("history")).doesNotExist();

        AllureResults.open(folder).scenario(SampleReports.row());

        assertThat(results()).isEqualTo(1);
    }

    @Test
    void the_environment_tells_what_the_fixtures_rest_on() throws IOException {
        AllureResults.open(folder).run(SampleReports.facts());

        assertThat(Files.readString(folder.resolve("environment.properties")))
                .contains("Evidence = 1 observed, 0 observed with a stand-in bridge, 2 read, 0 inferred\n")
                .contains("Platforms = ioda1 4.2-64k, phb4 6.12-4k\n");
        assertThat(names(JSON.readTree(Files.readString(folder.resolve("categories.json")))))
                .containsExactly(
                        "Wrong expectation",
                        "Drift from the corpus",
                        "Platform not matched",
                        "Not modelled",
                        "Undefined step",
                        "Wrong feature file",
                        "Defect of the oracle");
    }

    private static ScenarioReport edited(ScenarioReport report) {
        ScenarioText text = report.text();
        return new ScenarioReport(
                CaseId.parse(report.id().toString()),
                new ScenarioText(
                        "features/dma-window/moved.feature",
                        "Another feature",
                        Optional.of("A new rule"),
                        text.title() + ", said better",
                        "",
                        List.of("@minor")),
                report.row(),
                List.of(),
                report.platforms(),
                report.failure(),
                report.began().plusSeconds(100),
                report.took());
    }

    private JsonNode written(ScenarioReport report) throws IOException {
        AllureResults.open(folder).scenario(report);
        try (Stream<Path> files = Files.list(folder)) {
            Path result = files.filter(file -> file.toString().endsWith("-result.json"))
                    .findFirst()
                    .orElseThrow();
            return JSON.readTree(Files.readString(result));
        }
    }

    private static TreeMap<String, String> run(Path folder) throws IOException {
        AllureResults results = AllureResults.open(folder);
        results.scenario(SampleReports.joining());
        results.scenario(SampleReports.row());
        results.scenario(SampleReports.failing());
        results.run(SampleReports.facts());
        TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static String description(JsonNode test) {
        return test.path("descriptionHtml").asText();
    }

    private static List<String> summaries(JsonNode test) {
        return Pattern.compile("<summary>(.*?)</summary>")
                .matcher(description(test))
                .results()
                .map(match -> match.group(1).replaceAll("</?code>", ""))
                .toList();
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private long results() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-result.json"))
                    .count();
        }
    }

    private String text(JsonNode attachment) throws IOException {
        return Files.readString(folder.resolve(attachment.path("source").asText()));
    }

    private static List<String> labels(JsonNode test, String name) {
        return StreamSupport.stream(test.path("labels").spliterator(), false)
                .filter(label -> label.path("name").asText().equals(name))
                .map(label -> label.path("value").asText())
                .toList();
    }

    private static List<String> names(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.path("name").asText())
                .toList();
    }
}
