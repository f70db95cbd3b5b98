// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class FramesTest {
    private static final ByteString MESSAGE = ByteString.zero(43)
            .with(0, 4, 43)
            .with(4, 4, 4)
            .with(8, 8, 0x0200000100000007L)
            .with(16, 8, 5)
            .with(24, 8, 0x3b64)
            .with(32, 8, -1)
            .with(40, 1, 'a')
            .with(41, 1, 'b');

    private final Frames frames = new Frames();

    @Test
    void a_message_may_arrive_byte_by_byte_and_two_at_once() {
        byte[] bytes = MESSAGE.toArray();
        for (int i = 0; i < bytes.length - 1; i++) {
            frames.add(ByteBuffer.wrap(bytes, i, 1));
            assertThat(frames.next()).isEmpty();
        }
        frames.add(ByteBuffer.wrap(bytes, bytes.length - 1, 1));
        frames.add(ByteBuffer.wrap(bytes));

        WireRequest expected = new WireRequest(
                Kind.IOCTL, 0x0200000100000007L, 5, 0x3b64, -1, ByteString.of((byte) 'a', (byte) 'b', (byte) 0));
        assertThat(frames.next()).contains(expected);
        assertThat(frames.next()).contains(expected);
        assertThat(frames.next()).isEmpty();
    }

    @Test
    void what_is_no_message_is_refused() {
        frames.add(ByteBuffer.wrap(MESSAGE.with(0, 4, 7).toArray()));

        assertThatThrownBy(frames::next).hasMessage("no message has 7 bytes");

        Frames others = new Frames();
        others.add(ByteBuffer.wrap(MESSAGE.with(4, 4, 99).toArray()));
        assertThatThrownBy(others::next).hasMessage("no message has the kind 99");
    }

    @Test
    void numbers_are_those_of_the_host_and_what_is_missing_is_0() {
        assertThat(ByteString.zero(2).with(0, 4, 0x11223344L).u32(0)).isEqualTo(0x11223344L);
        assertThat(ByteString.of((byte) 1).u64(0))
                .isEqualTo(java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN ? 1 : 1L << 56);
        assertThat(ByteString.of("text").with(2, 1, 0).text()).isEqualTo("te");
    }
}
