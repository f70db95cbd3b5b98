// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.samples.SampleCases;

final class StatisticsTest {
    private final Fixture join = SampleCases.fixture(SampleCases.JOIN);
    private final Fixture status = SampleCases.fixture(SampleCases.STATUS);
    private final Statistics statistics = new Statistics();

    @Test
    void counts_per_kind_of_call_what_was_compared() {
        add(join, Answers.asIn(join).observation(), Observes.ALL);
        add(status, Answers.asIn(status).observation(), Observes.ALL);

        assertThat(statistics.total()).isEqualTo(2);
        assertThat(statistics.count(Verdict.CONFORMS)).isEqualTo(2);
        assertThat(statistics.operationsCompared()).isEqualTo(9);
        assertThat(call("open").compared()).isEqualTo(3);
        assertThat(call("open").notCompared()).isEmpty();
        assertThat(call("open").fields()).isEmpty();
    }

    @Test
    void names_the_fields_that_were_not_compared() {
        Observes answers = Observes.of(Part.ANSWER, Part.WINDOWS, Part.BYPASS);
        add(join, Answers.asIn(join).observation(), answers);
        add(status, Answers.asIn(status).observation(), answers);

        assertThat(call("VFIO_GROUP_GET_STATUS").fields()).isEqualTo(Map.of("flags", 1, "locked_pages", 1));
        assertThat(call("VFIO_IOMMU_MAP_DMA").fields()).containsKeys("locked_pages", "effects.tces");
    }

    @Test
    void says_why_operations_were_not_compared() {
        add(join, Observation.skipped(join.performed().id(), "no huge pages"), Observes.ALL);
        add(status, Answers.asIn(status).only(1).withoutState(), Observes.ALL);

        assertThat(call("VFIO_SET_IOMMU").notCompared()).isEqualTo(Map.of("skipped: no huge pages", 1));
        assertThat(call("VFIO_GROUP_GET_STATUS").notCompared()).isEqualTo(Map.of("not answered", 1));
        assertThat(call("open").compared()).isEqualTo(1);
        assertThat(call("open").notComparedInAll()).isEqualTo(2);
    }

    private void add(Fixture fixture, Observation observation, Observes observes) {
        statistics.add(fixture, FixtureDiff.compare(fixture, observation, observes, Strictness.STATE));
    }

    private CallStatistics call(String name) {
        return statistics.calls().stream()
                .filter(call -> call.call().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
