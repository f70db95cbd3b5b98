// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;

final class CallTextTest {
    private static final Operation TYPE = new Operation.SetIommu("C1", 7);

    @Test
    void says_what_a_call_came_to() {
        Outcome refused = new Outcome(Answer.of(Errno.EPERM), Map.of(), 0, List.of());

        assertThat(CallText.of(TYPE, refused)).isEqualTo("VFIO_SET_IOMMU(C1, type 7) = EPERM");
    }

    @Test
    void says_what_a_call_filled_in() {
        Map<OutField, Long> out = Map.of(OutField.FLAGS, 1L);
        Operation status = new Operation.GetStatus("G1", 8);

        assertThat(CallText.of(status, new Outcome(Answer.OK, out, 0, List.of())))
                .isEqualTo("VFIO_GROUP_GET_STATUS(G1) = 0, flags 0x1")
                .isEqualTo(CallText.of(new HostCall(status, Answer.OK, out, "")));
    }

    @Test
    void an_outcome_alone_has_the_same_words() {
        assertThat(OutcomeText.of(new Outcome(Answer.FD, Map.of(), 0, List.of())))
                .isEqualTo("fd");
        assertThat(OutcomeText.fields(Map.of(OutField.FLAGS, 3L))).isEqualTo("flags 0x3");
        assertThat(OutcomeText.fields(Map.of())).isEmpty();
    }
}
