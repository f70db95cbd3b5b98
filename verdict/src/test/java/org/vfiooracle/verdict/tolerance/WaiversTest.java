// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.tolerance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Objection;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.samples.SampleCases;
import org.vfiooracle.verdict.Answered;

final class WaiversTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final Fixture JOIN = SampleCases.fixture(SampleCases.JOIN);
    private static final Fixture STATUS = SampleCases.fixture(SampleCases.STATUS);

    /** REGISTER_MEMORY, the sixth call, counts one page too many, and so does MAP_DMA. */
    private static final Observation ONE_PAGE_TOO_MANY = Answered.spoilt(JOIN, 6, Answered.morePages(1));

    private static final Observation BUSY = Answered.spoilt(JOIN, 6, Answered.answer("EBUSY"));
    private static final Observation RIGHT = Answered.by(SampleCases.PLATFORMS.machine(SampleCases.POWER9), STATUS);

    @Test
    void an_expected_difference_is_no_finding_and_its_reason_is_told() {
        DiffResult result = judged(BUSY, """
                  - case: ATTACH-901
                    call: VFIO_IOMMU_SPAPR_REGISTER_MEMORY
                    reason: 'no memory is registered twice'
                    link: https://example.org/1
                """);

        assertThat(result.finding()).isFalse();
        assertThat(result.comparisons().get(0).verdict()).isEqualTo(Verdict.WAIVED);
        assertThat(result.comparisons().get(0).reason())
                .isEqualTo("no memory is registered twice (waivers.yaml:3, https://example.org/1)");
        assertThat(result.statistics().count(Verdict.WAIVED)).isEqualTo(1);
        assertThat(result.statistics().count(Verdict.DIFFERS)).isZero();
        assertThat(result.statistics().total()).isEqualTo(2);
    }

    @Test
    void a_waiver_of_one_field_hides_no_other() {
        String pages = """
                  - rule: spapr.register.registered
                    field: locked_pages
                    reason: 'one page too many'
                """;

        assertThat(judged(ONE_PAGE_TOO_MANY, pages).finding()).isFalse();
        assertThat(judged(BUSY, pages).comparisons().get(0).verdict()).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void several_legal_answers_are_those_that_the_waiver_lists() {
        String legal = """
                  - case: ATTACH-901
                    call: VFIO_IOMMU_SPAPR_REGISTER_MEMORY
                    answers:
                      - EBUSY
                      - ENOMEM
                    reason: 'either will do'
                """;

        assertThat(judged(BUSY, legal).finding()).isFalse();
        assertThat(judged(Answered.spoilt(JOIN, 6, Answered.answer("EPERM")), legal)
                        .objections())
                .extracting(Objection::text)
                .containsExactly("this waiver matches nothing: what differs is something else");
    }

    @Test
    void an_expected_failure_that_passes_is_red() {
        DiffResult result = judged(BUSY, """
                  - case: ATTACH-902
                    reason: 'was wrong once'
                  - case: ATTACH-901
                    reason: 'is wrong'
                """);

        assertThat(result.finding()).isTrue();
        assertThat(result.objections())
                .extracting(Objection::place, Objection::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "waivers.yaml:3:5", "this waiver is no longer needed: @ATTACH-902 conforms"));
    }

    @Test
    void an_expired_waiver_is_red_and_waives_nothing() {
        DiffResult result = judged(BUSY, """
                  - case: ATTACH-901
                    reason: 'until the next release'
                    until: '2026-11-30'
                """);

        assertThat(result.comparisons().get(0).verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(result.objections())
                .extracting(Objection::text)
                .containsExactly("this waiver has expired on 2026-11-30");
        assertThat(judged(BUSY, """
                  - case: ATTACH-901
                    reason: 'until today'
                    until: '2026-12-01'
                """).finding()).isFalse();
    }

    @Test
    void a_waiver_that_matches_nothing_is_red_where_everything_was_asked() {
        String nothing = """
                  - case: ATTACH-999
                    reason: 'no such case'
                  - case: 'ATTACH-9*'
                    call: VFIO_SET_IOMMU
                    reason: 'nothing of the kind'
                  - case: ATTACH-901
                    reason: 'is wrong'
                """;

        assertThat(judged(BUSY, nothing).objections())
                .extracting(Objection::text)
                .containsExactly(
                        "this waiver matches nothing: there is no case ATTACH-999",
                        "this waiver matches nothing: what differs is something else");
        assertThat(in(result(BUSY), nothing, false).objections()).hasSize(1);
    }

    @Test
    void a_platform_that_was_not_asked_is_left_alone() {
        assertThat(judged(BUSY, """
                  - case: ATTACH-902
                    platform: 'pseries-*'
                    reason: 'only there'
                  - case: ATTACH-901
                    platform: 'phb4-*-4k'
                    reason: 'here'
                """).finding()).isFalse();
    }

    @Test
    void a_crash_is_waived_only_by_who_expects_a_crash() {
        Observation crash = Observation.crashed(JOIN.performed().id(), "died");

        assertThat(judged(crash, """
                  - case: ATTACH-901
                    reason: 'differs'
                """).comparisons().get(0).verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(judged(crash, """
                  - case: ATTACH-901
                    verdict: crashed
                    reason: 'a known bug'
                """).finding()).isFalse();
    }

    private static DiffResult judged(Observation join, String waivers) {
        return in(result(join), waivers, true);
    }

    private static DiffResult in(DiffResult result, String waivers, boolean whole) {
        List<CaseId> known = SampleCases.CASES.stream().map(one -> one.id()).toList();
        List<Waiver> read = WaiverFile.parse("format: 1\nwaivers:\n" + waivers, "waivers.yaml");
        return new Waivers(read, TODAY, known, whole).in(result);
    }

    private static DiffResult result(Observation join) {
        Map<Fixture, Comparison> compared = new LinkedHashMap<>();
        compared.put(JOIN, Answered.compared(JOIN, join));
        compared.put(STATUS, Answered.compared(STATUS, RIGHT));
        return Answered.result(compared);
    }
}
