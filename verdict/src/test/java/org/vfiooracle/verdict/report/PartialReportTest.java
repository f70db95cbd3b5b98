// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.FixtureDiff;
import org.vfiooracle.conformance.compare.Statistics;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.samples.SampleCases;

/** A case that was not performed to its end is no success in any report, and no failure. */
final class PartialReportTest {
    private static final String WHY = "VFIO_IOMMU_MAP_DMA: no mappings yet";

    private final DiffReport report = new DiffReport(new Lookup(id -> "", id -> Optional.empty()));
    private final ExplainedResult result = ExplainedResult.of(partial());

    @Test
    void text_counts_what_was_not_reached_by_what_stopped_it() {
        assertThat(report.text(result, Shade.PLAIN)).isEqualTo("""
                not performed to the end, stopped at:
                  1 case at VFIO_IOMMU_MAP_DMA: no mappings yet, 1 operation not reached

                1 fixture, 6 operations compared: 1 partial; 1 operation not reached
                """);
    }

    @Test
    void json_has_the_numbers() throws Exception {
        JsonNode json = new ObjectMapper().readTree(report.json(result, Map.of()));

        assertThat(json.at("/summary/partial").asInt()).isEqualTo(1);
        assertThat(json.at("/summary/conforms").asInt()).isZero();
        assertThat(json.at("/summary/not_reached_operations").asInt()).isEqualTo(1);
        assertThat(json.at("/fixtures/0/not_reached").asInt()).isEqualTo(1);
    }

    @Test
    void junit_and_tap_skip_it() {
        String said = "6 operations agree, 1 not reached: " + WHY;

        assertThat(report.junit(result)).contains("skipped=\"1\"", said);
        assertThat(report.tap(result)).contains("ok 1 - ", " # SKIP " + said);
    }

    private static DiffResult partial() {
        Fixture join = SampleCases.fixture(SampleCases.JOIN);
        Observation begun = Observation.begun(
                join.performed().id(),
                SampleCases.answers(join).subList(0, 6),
                new Halt(7, Halt.Cause.UNSUPPORTED, "no mappings yet"));
        Comparison comparison = FixtureDiff.compare(join, begun, Observes.ALL, Strictness.STATE);
        Statistics statistics = new Statistics();
        statistics.add(join, comparison);
        return new DiffResult(List.of(comparison), List.of(), List.of(), statistics, List.of());
    }
}
