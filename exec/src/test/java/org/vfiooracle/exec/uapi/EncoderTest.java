// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.exec.wire.ByteString;

class EncoderTest {
    private static final Map<OutField, Long> TOLD = Map.of(
            OutField.FLAGS, 3L,
            OutField.IOVA_PGSIZES, 0x1000L,
            OutField.CAP_OFFSET, 24L,
            OutField.PGSIZE_BITMAP, 0x1000L,
            OutField.AVAIL, 65535L,
            OutField.NR_IOVAS, 2L,
            OutField.IOVA_0_END, 0xfedfffffL,
            OutField.IOVA_1_END, 0x7fffffffffL);

    @Test
    void capabilities_of_type1_form_a_chain_that_ends() {
        ByteString struct = told(120);

        assertThat(capability(struct, (int) struct.u32(16))).isEqualTo("2 then 56");
        assertThat(capability(struct, 56)).isEqualTo("3 then 72");
        assertThat(struct.u32(64)).isEqualTo(65535);
        assertThat(capability(struct, 72)).isEqualTo("1 then 0");
        assertThat(struct.u32(80)).isEqualTo(2);
        assertThat(struct.u64(112)).isEqualTo(0x7fffffffffL);
        assertThat(struct.length()).isEqualTo(120);
    }

    @Test
    void a_struct_as_kernels_before_6_6_ask_for_has_room_for_it() {
        ByteString struct = told(116);

        assertThat(capability(struct, 56)).isEqualTo("3 then 68");
        assertThat(struct.u64(108)).isEqualTo(0x7fffffffffL);
        assertThat(struct.length()).isEqualTo(116);
    }

    private static ByteString told(int argsz) {
        return Encoder.struct(
                new Operation.IommuGetInfo("C1", argsz, Pointer.GOOD),
                new Outcome(new Answer.Value(0), TOLD, 0, List.of()),
                ByteString.zero(argsz).with(0, 4, argsz));
    }

    private static String capability(ByteString struct, int at) {
        return struct.number(at, 2) + " then " + struct.u32(at + 4);
    }
}
