// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.conformance.compare.FixtureDiff;
import org.vfiooracle.conformance.compare.Statistics;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.samples.SampleCases;
import org.w3c.dom.Element;

final class DiffReportTest {
    private static final Rule JOINED =
            Rule.read("spapr.attach.joined", "vfio_iommu_spapr_tce.c, 4.2+", "A group joins");
    private static final CaseId ID = CaseId.parse("ATTACH-012");

    private final DiffReport report = new DiffReport(new Lookup(
            id -> id.equals(ID) ? "features/attach/join.feature:31" : "",
            rule -> rule.equals(JOINED.id()) ? Optional.of(JOINED) : Optional.empty()));

    @Test
    void one_failure_looks_the_same_everywhere() {
        DiffResult result = result(
                differs("phb4-linux-6.12-4k", join("EBUSY", "0")), differs("phb5-linux-6.12-4k", join("EBUSY", "0")));

        assertThat(text(result)).isEqualTo("""
                        features/attach/join.feature:31 @ATTACH-012 phb4-linux-6.12-4k
                          VFIO_GROUP_SET_CONTAINER(G2 -> C1): expected EBUSY, got 0
                          rule spapr.attach.joined (read: vfio_iommu_spapr_tce.c, 4.2+)
                          also wrong on: phb5-linux-6.12-4k (same answer)
                          try: ./oracle explain @ATTACH-012#3 --platform phb4-linux-6.12-4k

                        2 fixtures, 2 operations compared: 2 differs
                        """);
    }

    @Test
    void another_answer_is_another_failure() {
        DiffResult result = result(
                differs("phb4-linux-6.12-4k", join("EBUSY", "0")), differs("phb5-linux-6.12-4k", join("EBUSY", "1")));

        assertThat(text(result)).contains("got 0", "got 1").doesNotContain("also wrong on");
    }

    @Test
    void what_comes_after_the_first_difference_is_counted_and_not_told() {
        Difference pages = new Difference(
                3, "VFIO_GROUP_SET_CONTAINER(G2 -> C1)", Part.LOCKED_PAGES, "locked_pages", "0", "8", JOINED.id());
        Difference later = new Difference(4, "close(C1)", Part.ANSWER, "answer", "0", "EBADF", "fd.closed");

        assertThat(text(result(differs("phb4-linux-6.12-4k", join("EBUSY", "0"), pages, later))))
                .startsWith("""
                        features/attach/join.feature:31 @ATTACH-012 phb4-linux-6.12-4k
                          VFIO_GROUP_SET_CONTAINER(G2 -> C1): expected EBUSY, got 0
                            and locked_pages expected 0, got 8
                          rule spapr.attach.joined (read: vfio_iommu_spapr_tce.c, 4.2+)
                          1 later difference, possibly a consequence
                          try: ./oracle explain @ATTACH-012#3 --platform phb4-linux-6.12-4k
                        """);
    }

    @Test
    void a_crash_tells_the_last_words() {
        Comparison crash = unanswered("NOWHERE-001", Verdict.CRASHED, "the adapter died (exit 139)\n| BUG: oops");

        assertThat(text(result(crash))).isEqualTo("""
                        @NOWHERE-001 phb4-linux-6.12-4k
                          crashed: the adapter died (exit 139)
                            | BUG: oops

                        1 fixture, nothing compared: 1 crashed
                        """);
    }

    @Test
    void what_is_missing_extra_skipped_and_fixed_is_listed_by_reason() {
        Comparison fixed = new Comparison(
                ID,
                SampleCases.POWER9,
                Verdict.FIXED,
                "",
                List.of(),
                new TreeSet<>(List.of("spapr.some-bug")),
                Observes.ALL,
                1);
        DiffResult result = new DiffResult(
                List.of(fixed, unanswered("MEMORY-001", Verdict.SKIPPED, "no huge pages")),
                List.of(name("ATTACH-013")),
                List.of(name("ATTACH-014")),
                new Statistics(),
                List.of("unpinned"));

        assertThat(text(result)).isEqualTo("""
                        no answer to:
                          @ATTACH-013 phb4-linux-6.12-4k

                        an answer, but no fixture:
                          @ATTACH-014 phb4-linux-6.12-4k

                        answers as intended, where the release has a bug: spapr.some-bug
                          features/attach/join.feature:31 @ATTACH-012 phb4-linux-6.12-4k

                        skipped: no huge pages
                          @MEMORY-001 phb4-linux-6.12-4k

                        note: unpinned
                        1 fixture, nothing compared: 1 missing, 1 extra
                        """);
    }

    @Test
    void the_table_of_calls_names_what_was_not_compared_and_why() {
        Fixture status = SampleCases.fixture(SampleCases.STATUS);
        Fixture nowhere = SampleCases.fixture(SampleCases.NOWHERE);
        Observes answers = Observes.of(Part.ANSWER);
        Comparison compared = FixtureDiff.compare(
                status,
                Observation.answered(status.performed().id(), SampleCases.answers(status)),
                answers,
                Strictness.STATE);
        Comparison skipped = FixtureDiff.compare(
                nowhere, Observation.skipped(nowhere.performed().id(), "no such group"), answers, Strictness.STATE);
        Statistics statistics = new Statistics();
        statistics.add(status, compared);
        statistics.add(nowhere, skipped);

        String text = report.textWithCalls(
                ExplainedResult.of(
                        new DiffResult(List.of(compared, skipped), List.of(), List.of(), statistics, List.of())),
                Shade.PLAIN);

        assertThat(text).contains("""
                        call                                   compared not compared  fields not compared
                        VFIO_GROUP_GET_STATUS                         1            0  flags (1), locked_pages (1)
                        VFIO_GROUP_UNSET_CONTAINER                    0            1
                        open                                          1            1  locked_pages (1)
                        2 operations not compared: skipped: no such group

                        2 fixtures, 2 operations compared: 1 conforms, 1 skipped
                        """);
    }

    @Test
    void a_program_gets_every_fact() throws Exception {
        DiffResult result = result(
                differs("phb4-linux-6.12-4k", join("EBUSY", "0")), differs("phb5-linux-6.12-4k", join("EBUSY", "0")));

        JsonNode json = new ObjectMapper().readTree(report.json(ExplainedResult.of(result), Map.of()));

        assertThat(json.at("/summary/differs").asInt()).isEqualTo(2);
        assertThat(json.at("/finding").asBoolean()).isTrue();
        assertThat(json.at("/fixtures")).hasSize(2);
        JsonNode first = json.at("/fixtures/0");
        assertThat(first.at("/place").asText()).isEqualTo("features/attach/join.feature:31");
        assertThat(first.at("/verdict").asText()).isEqualTo("differs");
        assertThat(first.at("/differences/0")).isEqualTo(new ObjectMapper().readTree("""
                                        {"step":3,"operation":"VFIO_GROUP_SET_CONTAINER(G2 -> C1)","part":"answer",
                                         "field":"answer","expected":"EBUSY","found":0,"rule":"spapr.attach.joined"}"""));
    }

    @Test
    void junit_has_one_suite_for_each_platform_and_survives_control_characters() throws Exception {
        DiffResult counted = result(
                differs("phb4-linux-6.12-4k", join("EBUSY", "0")),
                unanswered("MEMORY-001", Verdict.SKIPPED, "no huge pages"),
                unanswered("MEMORY-002", Verdict.TIMED_OUT, "silent \u001b[31m<&>"));
        DiffResult result = new DiffResult(
                counted.comparisons(), List.of(name("ATTACH-013")), List.of(), counted.statistics(), List.of());

        Element root = parsed(report.junit(
                ExplainedResult.of(result).of(Map.of("adapter", "mock 1"), Map.of(ID, Duration.ofMillis(1500)))));

        assertThat(root.getElementsByTagName("testsuite").getLength()).isEqualTo(1);
        Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
        assertThat(List.of(
                        suite.getAttribute("name"),
                        suite.getAttribute("tests"),
                        suite.getAttribute("failures"),
                        suite.getAttribute("errors"),
                        suite.getAttribute("skipped"),
                        suite.getAttribute("time")))
                .containsExactly("phb4-linux-6.12-4k", "4", "1", "2", "1", "1.500");
        assertThat(root.getAttribute("tests")).isEqualTo("4");
        assertThat(((Element) root.getElementsByTagName("property").item(0)).getAttribute("value"))
                .isEqualTo("mock 1");
        Element failure = (Element) root.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message"))
                .isEqualTo("VFIO_GROUP_SET_CONTAINER(G2 -> C1): expected EBUSY, got 0");
        assertThat(failure.getTextContent()).contains("rule spapr.attach.joined");
        Element error = (Element) root.getElementsByTagName("error").item(0);
        assertThat(error.getTextContent()).contains("silent \uFFFD[31m<&>");
    }

    private String text(DiffResult result) {
        return report.text(ExplainedResult.of(result), Shade.PLAIN);
    }

    private static Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static Difference join(String expected, String found) {
        return new Difference(
                3, "VFIO_GROUP_SET_CONTAINER(G2 -> C1)", Part.ANSWER, "answer", expected, found, JOINED.id());
    }

    private static Comparison differs(String platform, Difference... differences) {
        return new Comparison(
                ID,
                PlatformId.parse(platform),
                Verdict.DIFFERS,
                "",
                List.of(differences),
                Collections.emptySortedSet(),
                Observes.ALL,
                1);
    }

    private static Comparison unanswered(String id, Verdict verdict, String reason) {
        return new Comparison(
                CaseId.parse(id),
                SampleCases.POWER9,
                verdict,
                reason,
                List.of(),
                Collections.emptySortedSet(),
                Observes.of(),
                0);
    }

    private static FixtureName name(String id) {
        return new FixtureName(SampleCases.POWER9, CaseId.parse(id));
    }

    private static DiffResult result(Comparison... comparisons) {
        Fixture any = SampleCases.fixture(SampleCases.STATUS);
        Statistics statistics = new Statistics();
        List<Comparison> all = new ArrayList<>(List.of(comparisons));
        all.forEach(comparison -> statistics.add(any, comparison));
        return new DiffResult(all, List.of(), List.of(), statistics, List.of());
    }
}
