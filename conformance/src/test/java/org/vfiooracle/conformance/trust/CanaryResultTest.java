// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.conformance.compare.FixtureDiff;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.conformance.drive.AdapterResults;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.conformance.drive.Expected;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.Batch;
import org.vfiooracle.protocol.message.PerformedCalls;
import org.vfiooracle.samples.SampleCases;

/** A canary that is not seen, and one that others fall over with, are both told. */
final class CanaryResultTest {
    private static final Announcement WHO = new Announcement(
            "a", "1", SampleCases.POWER9, List.of("six-groups"), Observes.ALL, PerformedCalls.ALL, Batch.ONE, 1, false);

    @Test
    void exactly_the_flipped_case_is_red() {
        AdapterResults before = run(List.of());
        Flipped flipped = Flipped.of(CanaryResult.victim(before).orElseThrow());

        CanaryResult result = CanaryResult.of(flipped, before, run(List.of(flipped.fixture())));

        assertThat(flipped.fixture().performed().id()).isEqualTo(SampleCases.JOIN.id());
        assertThat(flipped.text())
                .startsWith("operation 7, VFIO_IOMMU_MAP_DMA(")
                .endsWith(" expects EPERM instead of 0");
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void a_run_that_stays_green_is_told() {
        AdapterResults before = run(List.of());
        Flipped flipped = Flipped.of(CanaryResult.victim(before).orElseThrow());

        CanaryResult result = CanaryResult.of(flipped, before, before);

        assertThat(result.problems()).singleElement().satisfies(problem -> assertThat(problem)
                .startsWith("@ATTACH-901 is conforms, though operation 7"));
    }

    @Test
    void another_case_that_changes_is_told() {
        AdapterResults before = run(List.of());
        Flipped flipped = Flipped.of(CanaryResult.victim(before).orElseThrow());
        Flipped another = Flipped.of(before.results().get(1));

        CanaryResult result = CanaryResult.of(flipped, before, run(List.of(flipped.fixture(), another.fixture())));

        assertThat(result.problems())
                .containsExactly("@ATTACH-902 is now differs, and was conforms, though nothing was changed in it");
    }

    @Test
    void without_an_agreement_there_is_nothing_to_flip() {
        AdapterResults none = new AdapterResults(WHO, expected(), List.of(), 1, List.of());

        assertThat(CanaryResult.victim(none)).isEmpty();
    }

    private static AdapterResults run(List<Fixture> flipped) {
        List<CaseResult> results = new ArrayList<>();
        for (Case performed : SampleCases.CASES) {
            Fixture right = SampleCases.fixture(performed);
            Fixture expected = flipped.stream()
                    .filter(one -> one.performed().id().equals(performed.id()))
                    .findFirst()
                    .orElse(right);
            Observation answer = Observation.answered(performed.id(), SampleCases.answers(right));
            results.add(new CaseResult(
                    expected, answer, FixtureDiff.compare(expected, answer, Observes.ALL, Strictness.STATE)));
        }
        assertThat(results.get(3).comparison().verdict()).isEqualTo(Verdict.CONFORMS);
        return new AdapterResults(WHO, expected(), results, 1, List.of());
    }

    private static Expected expected() {
        return new Expected(List.of(), false, Collections.emptySortedMap());
    }
}
