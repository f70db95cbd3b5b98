// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.samples.SampleCases;

final class HostCallCodecTest {
    @Test
    void every_call_of_a_program_is_read_as_it_was_written() {
        List<HostCall> calls = SampleCases.fixture(SampleCases.PROGRAM).steps().stream()
                .flatMap(step -> step.outcome().calls().stream())
                .toList();

        assertThat(calls).hasSizeGreaterThan(10);
        assertThat(calls).allSatisfy(call -> assertThat(HostCallCodec.decode(HostCallCodec.encode(call), "calls[0]"))
                .isEqualTo(call));
    }

    @Test
    void a_fixture_of_a_program_is_read_as_it_was_written() {
        List<RecordedStep> steps = SampleCases.fixture(SampleCases.PROGRAM).steps();
        String text = FixtureFile.write(SampleCases.fixture(SampleCases.PROGRAM));

        assertThat(FixtureFile.read(text, "a.yaml").steps()).isEqualTo(steps);
    }

    @Test
    void what_is_no_call_is_refused_at_its_place() {
        assertThatThrownBy(() -> HostCallCodec.decode(Map.of("op", "VFIO_GET_API_VERSION", "on", "C1"), "calls[3]"))
                .isInstanceOf(CodecProblem.class)
                .hasMessageStartingWith("calls[3]: expected the key \"answer\"");
    }
}
