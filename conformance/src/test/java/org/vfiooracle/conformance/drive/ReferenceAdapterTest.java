// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.protocol.message.MessageReader;
import org.vfiooracle.protocol.message.Messages;
import org.vfiooracle.samples.SampleCases;

final class ReferenceAdapterTest {
    private final ReferenceAdapter adapter =
            new ReferenceAdapter(SampleCases.PLATFORMS, SampleCases.PLATFORMS.machine(SampleCases.POWER9));
    private final MessageReader reader = new MessageReader(Observes.ALL);

    @Test
    void an_answer_says_which_rule_decided_it() throws Exception {
        Observation answer = reader.closing(adapter.answer(SampleCases.NOWHERE));

        assertThat(answer.steps().get(0).rule()).isNotEmpty();
        assertThat(answer.steps())
                .extracting(step -> step.rule())
                .isEqualTo(SampleCases.fixture(SampleCases.NOWHERE).steps().stream()
                        .map(step -> step.rule())
                        .toList());
        assertThat(Messages.of(answer)).contains(adapter.answer(SampleCases.NOWHERE));
    }

    @Test
    void a_case_that_cannot_be_read_is_skipped_and_ends_nothing() throws Exception {
        String good = Messages.of(SampleCases.STATUS);

        List<String> said = said(
                Messages.START,
                good.replace("VFIO_GROUP_GET_STATUS", "VFIO_GROUP_GET_STATE"),
                good.replace("\"topology\":", "\"topologie\":"),
                good,
                Messages.STOP);

        assertThat(said).hasSize(4);
        assertThat(reader.closing(said.get(1)).reason())
                .startsWith("the case cannot be read: operations[1].op: expected one of ")
                .endsWith("found \"VFIO_GROUP_GET_STATE\"");
        assertThat(reader.closing(said.get(2)).reason())
                .startsWith("the case cannot be read: expected the key \"topology\"");
        assertThat(reader.closing(said.get(3)).ending()).isEqualTo(Observation.Ending.ANSWERED);
    }

    @Test
    void it_answers_as_far_as_the_model_goes() throws Exception {
        Case unknown = new Case(
                SampleCases.STATUS.id(),
                "six-groups",
                SampleCases.STATUS.process(),
                Stream.concat(
                                SampleCases.STATUS.operations().stream(),
                                Stream.of(new Operation.Ioctl("G1", 59, 0), new Operation.Ioctl("G1", 106, 0x1000)))
                        .toList());

        Observation answer = reader.closing(adapter.answer(unknown));

        assertThat(answer.halt().map(Halt::cause)).contains(Halt.Cause.NOT_MODELLED);
        assertThat(answer.steps()).hasSize(answer.halt().orElseThrow().operation() - 1);
    }

    private List<String> said(String... lines) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        adapter.serve(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
