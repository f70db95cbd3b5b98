// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.exec.host.PciIds;

final class PciIdsTest {
    @Test
    void a_device_can_say_what_it_is() {
        assertThat(PciIds.of("8086:10fb class 020000 bars 0x80000,0,0x20,0,0x4000"))
                .contains(new PciIds(0x8086, 0x10fb, 0x020000, List.of(0x80000, 0, 0x20, 0, 0x4000)));
        assertThat(PciIds.of("10de:20b0")).contains(new PciIds(0x10de, 0x20b0, 0xff0000, List.of(0x1000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ixgbe",
                "8086",
                "8086:10fb bars 0",
                "8086:10fb bars 0x3000",
                "8086:10fb bars 0x80000000",
                "8086:10fb bars 0x10,0x10,0x10,0x10,0x10,0x10,0x10",
                "8086:10FB"
            })
    void one_that_is_not_known_is_none(String model) {
        assertThat(PciIds.of(model)).isEmpty();
    }
}
