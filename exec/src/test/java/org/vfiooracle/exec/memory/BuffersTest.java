// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.state.Buffer;

final class BuffersTest {
    private static final long HUGE = 0x7f0000200000L;

    private List<String> maps = List.of();
    private long pageSize = 4096;

    private final AtomicInteger named = new AtomicInteger();
    private final Buffers buffers = new Buffers(1, new Files(), () -> "B" + named.incrementAndGet());

    @Test
    void an_offset_is_aligned_as_its_address_is() {
        maps = List.of("10203000-10405000 rw-p 00000000 00:00 0");

        Address address = buffers.address(0x10203000L);

        assertThat(address).isEqualTo(new Address.InBuffer("B1", 0x203000));
        assertThat(buffers.all()).containsEntry("B1", new Buffer("B1", 0x405000, Buffer.Backing.PAGE, true));
        assertThat(buffers.range("B1")).isEqualTo("0x10203000..0x10404fff");
    }

    @Test
    void neighbours_of_the_same_access_are_one_buffer_and_others_are_not() {
        maps = List.of(
                "1000000-1001000 rw-p 0 00:00 0 [heap]",
                "1001000-1002000 rw-s 0 00:00 0 file",
                "1002000-1003000 r--p 0 00:00 0",
                "1003000-1004000 ---p 0 00:00 0");

        assertThat(buffers.address(0x1001800)).isEqualTo(new Address.InBuffer("B1", 0x1800));
        assertThat(buffers.address(0x1000000)).isEqualTo(new Address.InBuffer("B1", 0));
        assertThat(buffers.address(0x1002000)).isEqualTo(new Address.InBuffer("B2", 0x2000));
        assertThat(buffers.address(0x1003000)).isEqualTo(new Address.Absolute(0x1003000));
        assertThat(buffers.all().get("B2").writable()).isFalse();
        assertThat(buffers.all().get("B1").size()).isEqualTo(0x2000);
    }

    @Test
    void memory_that_is_gone_keeps_its_name_and_what_was_never_there_has_none() {
        maps = List.of("2000000-2001000 rw-p 0 00:00 0");
        Address before = buffers.address(0x2000000);
        maps = List.of();

        assertThat(buffers.address(0x2000000)).isEqualTo(before);
        assertThat(buffers.address(0x9000000)).isEqualTo(new Address.Absolute(0x9000000));
    }

    @Test
    void memory_that_grows_makes_its_buffer_longer() {
        maps = List.of("3000000-3001000 rw-p 0 00:00 0");
        buffers.address(0x3000000);
        maps = List.of("3000000-3009000 rw-p 0 00:00 0");

        buffers.address(0x3000800);

        assertThat(buffers.all().get("B1").size()).isEqualTo(0x9000);
        assertThat(buffers.address(0x3008000)).isEqualTo(new Address.InBuffer("B1", 0x8000));
    }

    @Test
    void huge_pages_are_noticed() {
        maps = List.of(Long.toHexString(HUGE) + "-" + Long.toHexString(HUGE + 0x400000) + " rw-p 0 00:00 0");
        pageSize = 0x200000;

        buffers.address(HUGE);

        assertThat(buffers.all().get("B1").backing()).isEqualTo(Buffer.Backing.HUGE_2M);
    }

    @Test
    void the_memory_of_this_very_process_can_be_read() {
        MemoryMap map = new Proc().memory(ProcessHandle.current().pid());

        assertThat(map.mappings()).hasSizeGreaterThan(10);
        AddressRange readable = map.mappings().stream()
                .filter(AddressRange::readable)
                .findFirst()
                .orElseThrow();
        assertThat(map.at(readable.start())).contains(readable);
        assertThat(HostPages.size()).isIn(4096L, 65536L);
        assertThat(new Proc()
                        .pageSize(
                                ProcessHandle.current().pid(),
                                map.mappings().get(0).start()))
                .isEqualTo(HostPages.size());
        assertThat(new Proc().parent(ProcessHandle.current().pid())).isPositive();
        assertThat(new Proc().hasDescriptor(ProcessHandle.current().pid(), 9999))
                .isFalse();
    }

    private final class Files implements ProcessFiles {
        @Override
        public MemoryMap memory(long process) {
            return MemoryMap.parse(maps);
        }

        @Override
        public long pageSize(long process, long address) {
            return pageSize;
        }

        @Override
        public OptionalLong lockLimit(long process) {
            return OptionalLong.empty();
        }

        @Override
        public boolean mayLock(long process) {
            return false;
        }

        @Override
        public long parent(long process) {
            return 0;
        }

        @Override
        public boolean maps(long process, String file) {
            return false;
        }

        @Override
        public boolean hasDescriptor(long process, long descriptor) {
            return false;
        }
    }
}
