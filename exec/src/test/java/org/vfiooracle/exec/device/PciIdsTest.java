// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.exec.host.Bar;
import org.vfiooracle.exec.host.PciIds;

final class PciIdsTest {
    @Test
    void a_device_can_say_what_it_is() {
        assertThat(PciIds.of("8086:10fb class 020000 bars 0x80000,0,0x20/io,0,0x4000"))
                .contains(new PciIds(
                        0x8086,
                        0x10fb,
                        0x020000,
                        List.of(memory(0x80000), Bar.NONE, new Bar(0x20, Bar.Kind.PORTS), Bar.NONE, memory(0x4000))));
        assertThat(PciIds.of("10de:20b0")).contains(new PciIds(0x10de, 0x20b0, 0xff0000, List.of(memory(0x1000))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8086:10fb class 020000 bars 0",
                "10de:20b0 class 030200 bars 0x1000000,0x1000000000/64,0,0x2000000/64,0,0x80/io",
                "10de:20b0 class 030200 bars 0x8000000000/64,0,0x80000000,0,0x10/64",
                "8086:7010 class 010180 bars 0,0,0,0,0x4/io"
            })
    void what_it_says_is_what_it_reads(String words) {
        assertThat(PciIds.of(words).map(PciIds::words)).contains(words);
    }

    private static Bar memory(long size) {
        return new Bar(size, Bar.Kind.MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ixgbe",
                "8086",
                "8086:10fb bars 0x3000",
                "8086:10fb bars 0x100000000",
                "8086:10fb bars 0x10000000000/64",
                "8086:10fb bars 0x8",
                "8086:10fb bars 0x2/io",
                "8086:10fb bars 0/64",
                "8086:10fb bars 0x1000/64,0x1000",
                "8086:10fb bars 0x1000,0,0,0,0,0x1000/64",
                "8086:10fb bars 0x1000,",
                "8086:10fb bars 0x10,0x10,0x10,0x10,0x10,0x10,0x10",
                "8086:10FB"
            })
    void one_that_is_not_known_is_none(String model) {
        assertThat(PciIds.of(model)).isEmpty();
    }
}
