// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.eras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.engine.procedure.NotModelled;

/** What is known of a PE that EEH has reset: the answers of emulated POWER8 and POWER9, where a real bridge agrees. */
final class EehResetTest {
    private static final String V2 = "join A; set 7; join D; ";

    @Test
    void a_reset_that_is_ended_leaves_a_healthy_pe() {
        assertThat(on(V2 + "eeh 6; eeh 5; eeh 4; eeh 7; eeh 5; eeh 4")).isEqualTo("0 0 0 0 0 0 0 0 0");
    }

    @Test
    void the_group_that_a_reset_did_not_reach_is_healthy() {
        assertThat(on("join A; set 7; eeh 7; leave A; join D; set 7; eeh 4; device D"))
                .isEqualTo("0 0 0 0 0 0 0 fd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eeh 6; eeh 4", "eeh 7; eeh 2; eeh 4", "eeh 6; leave A; join A; eeh 4"})
    void an_emulated_bridge_has_not_frozen_a_pe_in_reset(String calls) {
        assertThat(on(V2 + calls)).endsWith(" 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eeh 7; device A", "eeh 6; device A"})
    void a_device_whose_pe_is_in_reset_is_not_opened(String calls) {
        assertThatThrownBy(() -> on(V2 + calls)).isInstanceOf(NotModelled.class).hasMessageContaining("in reset");
    }

    private static String on(String calls) {
        return Calls.on("phb4-linux-6.12-4k", OptionalLong.empty(), calls);
    }
}
