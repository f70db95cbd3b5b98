// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.exec.host.PciIds;
import org.vfiooracle.exec.uapi.IoctlCall;
import org.vfiooracle.exec.wire.ByteString;
import org.vfiooracle.exec.wire.Reply;

final class PciDeviceTest {
    private static final long CONFIG = 7L << 40;
    private static final int EINVAL = 22;

    @TempDir
    private Path folder;

    private PciDevice device;

    @BeforeEach
    void device() {
        device = new PciDevice(PciIds.of("e1000e").orElseThrow(), true, folder.resolve("registers"));
    }

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void a_region_says_how_large_it_is_when_all_ones_are_written_to_it() {
        device.write(CONFIG + 0x10, ByteString.zero(4).with(0, 4, 0xffffffffL));

        assertThat(device.read(CONFIG + 0x10, 4).payload().u32(0)).isEqualTo(0xfffe0000L);
        assertThat(device.read(CONFIG + 0x18, 4).payload().u32(0)).isZero();
    }

    @Test
    void identity_cannot_be_written_and_a_reset_takes_back_the_rest() {
        device.write(CONFIG, ByteString.zero(8).with(0, 4, 0).with(4, 4, 6));
        assertThat(device.read(CONFIG, 4).payload().u32(0)).isEqualTo(0x10d38086L);
        assertThat(device.read(CONFIG + 4, 2).payload().number(0, 2)).isEqualTo(6);

        assertThat(ask(111, ByteString.NONE).error()).isZero();

        assertThat(device.read(CONFIG + 4, 2).payload().number(0, 2)).isZero();
    }

    @Test
    void regions_are_told_with_place_size_and_access() {
        ByteString first =
                ask(108, ByteString.zero(32).with(0, 4, 32).with(8, 4, 1)).payload();
        assertThat(first.u64(16)).isEqualTo(0x20000);
        assertThat(first.u64(24)).isEqualTo(1L << 40);
        assertThat(first.u32(4)).isEqualTo(7);
        assertThat(ask(108, ByteString.zero(32).with(0, 4, 32).with(8, 4, 8)).error())
                .isEqualTo(EINVAL);
        assertThat(ask(108, ByteString.zero(32).with(0, 4, 31)).error()).isEqualTo(EINVAL);
    }

    @Test
    void what_is_written_to_registers_stays_there_and_ends_where_they_end() {
        assertThat(device.write(0x1fffe, ByteString.of("abcd")).value()).isEqualTo(2);
        assertThat(device.read(0x1fffe, 4).payload()).isEqualTo(ByteString.of("ab"));
        assertThat(device.read(0x20000, 4).error()).isEqualTo(EINVAL);
        assertThat(device.read(2L << 40, 4).error()).isEqualTo(EINVAL);
        assertThat(device.map((3L << 40) + 0x1000, 0x3000).value()).isEqualTo(0x41000);
        assertThat(device.map(3L << 40, 0x5000).error()).isEqualTo(EINVAL);
    }

    @Test
    void interrupts_are_there_and_can_be_set() {
        assertThat(ask(109, ByteString.zero(16).with(0, 4, 16)).payload().u32(12))
                .isEqualTo(1);
        assertThat(ask(109, ByteString.zero(16).with(0, 4, 16).with(8, 4, 3)).error())
                .isEqualTo(EINVAL);
        assertThat(ask(110, ByteString.zero(20).with(0, 4, 20).with(4, 4, 0x21).with(16, 4, 1))
                        .error())
                .isZero();
        assertThat(ask(110, ByteString.zero(20).with(0, 4, 20).with(8, 4, 1).with(16, 4, 1))
                        .error())
                .isEqualTo(EINVAL);
    }

    @Test
    void a_bar_of_64_bits_takes_two_registers_and_ports_cannot_be_mapped() {
        PciDevice gpu = new PciDevice(
                PciIds.of("10de:20b0 bars 0x1000000,0x400000000/64,0,0x80/io").orElseThrow(),
                true,
                folder.resolve("others"));
        for (int i = 0; i < 4; i++) {
            gpu.write(CONFIG + 0x10 + 4L * i, ByteString.zero(4).with(0, 4, 0xffffffffL));
        }

        ByteString bars = gpu.read(CONFIG + 0x10, 16).payload();

        assertThat(List.of(bars.u32(0), bars.u32(4), bars.u32(8), bars.u32(12)))
                .containsExactly(0xff000000L, 0x00000004L, 0xfffffffcL, 0xffffff81L);
        assertThat(gpu.map(1L << 40, 0x400000000L).value()).isEqualTo(0x1000000);
        assertThat(gpu.map(3L << 40, 0x80).error()).isEqualTo(EINVAL);
        gpu.close();
    }

    @Test
    void a_device_may_have_no_bar() {
        PciDevice bridge = new PciDevice(PciIds.of("8086:1237 bars 0").orElseThrow(), false, folder.resolve("none"));

        assertThat(bridge.read(0, 4).error()).isEqualTo(EINVAL);
        assertThat(bridge.read(CONFIG, 4).payload().u32(0)).isEqualTo(0x12378086L);
        bridge.close();
    }

    private Reply ask(int nr, ByteString struct) {
        return device.ioctl(new IoctlCall("D1", 0x3b00 + nr, 1, true, struct));
    }
}
