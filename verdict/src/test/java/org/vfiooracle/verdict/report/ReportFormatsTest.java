// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.samples.SampleCases;
import org.vfiooracle.verdict.Answered;
import org.vfiooracle.verdict.explain.Explainer;

/** What each format is for reads it: a parser of TAP, a reader of SARIF, a runner of workflows. */
final class ReportFormatsTest {
    private static final Pattern POINT = Pattern.compile("(not ok|ok) ([0-9]+) - (\\S+ \\S+)(?: # (SKIP|TODO) (.*))?");
    private static final Pattern COMMAND = Pattern.compile("::(error|notice) ([^:]*)::(.*)");

    private final DiffReport report = new DiffReport(
            Lookup.of(id -> id.toString().equals("ATTACH-903") ? "features/attach/join.feature:31" : ""));
    private final ExplainedResult findings = ExplainedResult.of(
                    Answered.result(compared()),
                    Explainer.of(SampleCases.PLATFORMS, List.of(SampleCases.POWER8)),
                    List.of(),
                    Observes.ALL)
            .of(Map.of("adapter", "mock 1"), Map.of());

    private static Map<Fixture, Comparison> compared() {
        Map<Fixture, Comparison> compared = new LinkedHashMap<>();
        Fixture join = SampleCases.fixture(SampleCases.JOIN);
        compared.put(
                join,
                Answered.compared(join, Observation.skipped(join.performed().id(), "no huge pages # none")));
        Fixture status = SampleCases.fixture(SampleCases.STATUS);
        compared.put(
                status,
                Answered.compared(status, Answered.by(SampleCases.PLATFORMS.machine(SampleCases.POWER9), status)));
        Fixture nowhere = SampleCases.fixture(SampleCases.NOWHERE);
        compared.put(nowhere, Answered.compared(nowhere, Answered.spoilt(nowhere, 2, Answered.answer("EPERM"))));
        Fixture unregister = SampleCases.fixture(SampleCases.UNREGISTER);
        compared.put(
                unregister,
                Answered.compared(
                        unregister,
                        Observation.crashed(unregister.performed().id(), "died, 100%\n| \u001b[31m``` oops")));
        return compared;
    }

    @Test
    void tap_is_read_by_a_parser_of_tap() {
        List<String> lines = report.tap(findings).lines().toList();

        List<String> points = new ArrayList<>();
        boolean inBlock = false;
        for (String line : lines.subList(2, lines.size())) {
            Matcher point = POINT.matcher(line);
            if (inBlock) {
                assertThat(line).startsWith("  ");
                inBlock = !line.equals("  ...");
            } else if (line.equals("  ---")) {
                inBlock = true;
            } else if (!line.startsWith("#")) {
                assertThat(point.matches()).as(line).isTrue();
                assertThat(Integer.parseInt(point.group(2))).isEqualTo(points.size() + 1);
                points.add(point.group(1) + (point.group(4) == null ? "" : " " + point.group(4)));
            }
        }
        assertThat(lines).startsWith("TAP version 14", "1..4");
        assertThat(points).containsExactly("ok SKIP", "ok", "not ok", "not ok");
        assertThat(lines)
                .contains(
                        "ok 1 - ATTACH-901 phb4-linux-6.12-4k # SKIP no huge pages \\# none",
                        "  message: 'VFIO_GROUP_UNSET_CONTAINER(G1): expected EINVAL, got EPERM'")
                .noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void sarif_has_what_code_scanning_requires() throws Exception {
        JsonNode log = new ObjectMapper().readTree(report.sarif(findings, "1.2"));

        assertThat(log.at("/version").asText()).isEqualTo("2.1.0");
        assertThat(log.at("/$schema").asText()).endsWith("sarif-2.1.0.json");
        JsonNode run = log.at("/runs/0");
        assertThat(run.at("/tool/driver/name").asText()).isEqualTo("vfio-oracle");
        assertThat(run.at("/results")).hasSize(2);
        List<String> rules = new ArrayList<>();
        run.at("/tool/driver/rules").forEach(rule -> rules.add(rule.path("id").asText()));
        run.at("/results").forEach(result -> {
            assertThat(rules).contains(result.path("ruleId").asText());
            assertThat(result.at("/message/text").asText()).isNotEmpty();
            assertThat(result.at("/level").asText()).isEqualTo("error");
            assertThat(result.at("/partialFingerprints/fixture~1v1").asText()).isNotEmpty();
        });
        JsonNode place = run.at("/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("features/attach/join.feature");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(31);
    }

    @Test
    void github_gets_one_command_a_line_with_everything_escaped() {
        List<String> lines = report.github(findings).lines().toList();

        assertThat(lines).hasSize(3).allMatch(line -> COMMAND.matcher(line).matches());
        assertThat(lines.get(0))
                .startsWith("::error file=features/attach/join.feature,line=31,title=@ATTACH-903 phb4-linux-6.12-4k::")
                .contains("expected EINVAL, got EPERM%0A");
        assertThat(lines.get(1)).contains("died, 100%25%0A");
    }

    @Test
    void markdown_has_a_row_for_each_cause_and_no_way_out_of_its_blocks() {
        String page = report.markdown(findings);

        assertThat(page)
                .startsWith("## ❌ VFIO conformance\n\n- adapter: `mock 1`\n- 4 fixtures, 4 operations compared:")
                .contains("| 1 | `VFIO_GROUP_UNSET_CONTAINER answer: expected EINVAL, got EPERM` | `")
                .contains("no platform and no known bug would answer so");
        assertThat(page.lines().filter(line -> line.startsWith("```"))).hasSize(4);
    }

    @Test
    void json_has_every_fixture_and_the_causes_with_what_explains_them() throws Exception {
        JsonNode json = new ObjectMapper().readTree(report.json(findings, Map.of()));

        assertThat(json.at("/format").asInt()).isEqualTo(2);
        assertThat(json.at("/fixtures")).hasSize(4);
        assertThat(json.at("/causes")).hasSize(2);
        assertThat(json.at("/causes/0/nearest_agrees").asText()).isEqualTo("none");
        assertThat(json.at("/causes/0/before/0").asText()).isEqualTo("no container is open");
        assertThat(json.at("/about/adapter").asText()).isEqualTo("mock 1");
    }

    @Test
    void colours_only_add_to_the_text() {
        String plain = report.text(findings, Shade.PLAIN);

        assertThat(report.text(findings, Shade.COLOURED))
                .contains("\u001b[31m  VFIO_GROUP".replace("  ", ""))
                .satisfies(coloured -> assertThat(coloured.replaceAll("\u001b\\[(0|1|31|32|33)m", ""))
                        .isEqualTo(plain));
    }
}
