// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProcessCall;
import org.vfiooracle.engine.procedure.NotModelled;

final class ChangingProcessTest {
    private static final Address START = new Address.InBuffer("B1", 0);

    private final Trial power9 = Trial.on(Machine.of(Profiles.phb4("phb4-linux-6.12.95-4k")))
            .join("A")
            .iommu(7);

    @Test
    void only_whole_pages_inside_a_buffer_can_change() {
        assertThatThrownBy(() -> power9.call(new ProcessCall.UnmapMemory(START, 0x10_1000)))
                .isInstanceOf(NotModelled.class)
                .hasMessageContaining("inside a buffer");
        assertThatThrownBy(() -> power9.call(new ProcessCall.UnmapMemory(START, 0x800)))
                .isInstanceOf(NotModelled.class)
                .hasMessageContaining("part of a page");
    }

    @Test
    void a_child_has_memory_of_its_own() {
        power9.call(new Operation.Fork("P2"));
        power9.call(new Operation.By("P2", new ProcessCall.UnmapMemory(START, 0x10_0000)));

        assertThat(power9.answer(Trial.registering())).isEqualTo("0");
    }

    @Test
    void the_last_process_does_not_end_in_a_case() {
        assertThatThrownBy(() -> power9.call(new Operation.Exit())).isInstanceOf(NotModelled.class);
    }

    @Test
    void who_has_ended_makes_no_call() {
        power9.call(new Operation.Fork("P2"));

        assertThat(power9.answer(new Operation.Exit())).isEqualTo("0");
        assertThat(power9.answer(new Operation.By("P2", new Operation.GetApiVersion("C1"))))
                .isEqualTo("0");
        assertThatThrownBy(() -> power9.call(new Operation.GetApiVersion("C1"))).isInstanceOf(NotModelled.class);
    }
}
