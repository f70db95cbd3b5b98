// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.exec.wire.ByteString;

final class BuffersTest {
    private static final long HUGE = 0x7f0000200000L;

    private List<String> maps = List.of();
    private long pageSize = 4096;

    private final AtomicInteger named = new AtomicInteger();
    private final Buffers buffers = new Buffers(() -> "B" + named.incrementAndGet());

    @Test
    void an_offset_is_aligned_as_its_address_is() {
        maps = List.of("10203000-10405000 rw-p 00000000 00:00 0");

        Address address = address(0x10203000L);

        assertThat(address).isEqualTo(new Address.InBuffer("B1", 0x203000));
        assertThat(buffers.named("B1")).contains(new Buffer("B1", 0x405000, Buffer.Backing.PAGE, true));
        assertThat(buffers.range("B1")).isEqualTo("0x10203000..0x10404fff");
    }

    @Test
    void neighbours_of_the_same_access_are_one_buffer_and_others_are_not() {
        maps = List.of(
                "1000000-1001000 rw-p 0 00:00 0 [heap]",
                "1001000-1002000 rw-s 0 00:00 0 file",
                "1002000-1003000 r--p 0 00:00 0",
                "1003000-1004000 ---p 0 00:00 0");

        assertThat(address(0x1001800)).isEqualTo(new Address.InBuffer("B1", 0x1800));
        assertThat(address(0x1000000)).isEqualTo(new Address.InBuffer("B1", 0));
        assertThat(address(0x1002000)).isEqualTo(new Address.InBuffer("B2", 0x2000));
        assertThat(address(0x1003000)).isEqualTo(new Address.Absolute(0x1003000));
        assertThat(buffers.named("B2").orElseThrow().writable()).isFalse();
        assertThat(buffers.named("B1").orElseThrow().size()).isEqualTo(0x2000);
    }

    @Test
    void memory_that_is_gone_keeps_its_name_and_what_was_never_there_has_none() {
        maps = List.of("2000000-2001000 rw-p 0 00:00 0");
        Address before = address(0x2000000);
        maps = List.of();

        assertThat(address(0x2000000)).isEqualTo(before);
        assertThat(address(0x9000000)).isEqualTo(new Address.Absolute(0x9000000));
    }

    @Test
    void memory_that_grows_makes_its_buffer_longer() {
        maps = List.of("3000000-3001000 rw-p 0 00:00 0");
        address(0x3000000);
        maps = List.of("3000000-3009000 rw-p 0 00:00 0");

        buffers.address(0x3000800, 0x800, memory());
        assertThat(buffers.named("B1").orElseThrow().size()).isEqualTo(0x1000);

        buffers.address(0x3000800, 0x801, memory());

        assertThat(buffers.named("B1").orElseThrow().size()).isEqualTo(0x9000);
        assertThat(address(0x3008000)).isEqualTo(new Address.InBuffer("B1", 0x8000));
    }

    @Test
    void memory_that_a_call_finds_gone_is_no_part_of_its_buffer_any_more() {
        maps = List.of("3000000-3009000 rw-p 0 00:00 0");
        address(0x3000000);
        maps = List.of("3000000-3002000 rw-p 0 00:00 0", "3003000-3009000 rw-p 0 00:00 0");

        buffers.address(0x3000000, 0x1000, memory());
        assertThat(buffers.named("B1").orElseThrow().size()).isEqualTo(0x9000);

        buffers.address(0x3000000, 0x3000, memory());
        assertThat(buffers.named("B1").orElseThrow().size()).isEqualTo(0x2000);
        assertThat(address(0x3003000)).isEqualTo(new Address.InBuffer("B2", 0x3000));
    }

    @Test
    void nobody_looks_further_than_the_call_or_the_buffers_on_both_sides() {
        maps = List.of("2000000-2001000 rw-p 0 00:00 0", "4000000-4001000 rw-p 0 00:00 0");
        address(0x2000000);
        address(0x4000000);

        assertThat(buffers.sought(0x3000000, 0x1000)).isEqualTo(new Sought(0x3000000, 0x2001000, 0x4000000));
        assertThat(buffers.sought(0x2000800, 0x100)).isEqualTo(new Sought(0x2000800, 0x2000800, 0x2000900));
        assertThat(buffers.sought(0x2000800, 0x1000)).isEqualTo(new Sought(0x2000800, 0x2000800, 0x4000000));
        assertThat(buffers.sought(0x2000800, -1)).isEqualTo(new Sought(0x2000800, 0x2000800, 0x4000000));
        assertThat(buffers.sought(0x5000000, 1)).isEqualTo(new Sought(0x5000000, 0x4001000, -1));
    }

    @Test
    void what_is_new_is_told_once() {
        maps = List.of("2000000-2001000 rw-p 0 00:00 0");
        address(0x2000000);

        assertThat(buffers.news()).containsOnlyKeys("B1");
        assertThat(buffers.news()).isEmpty();
        address(0x2000800);
        assertThat(buffers.news()).isEmpty();
    }

    @Test
    void a_process_tells_of_its_memory_what_its_kernel_knows() {
        ByteString none = ByteString.NONE.with(24, 8, 4);
        ByteString unknown = ByteString.NONE.with(24, 8, 0);
        ByteString readOnly = ByteString.NONE
                .with(0, 8, 0x1000)
                .with(8, 8, 0x3000)
                .with(16, 8, 0x200000)
                .with(24, 8, 5);

        assertThat(ToldMemory.read(unknown)).isEmpty();
        assertThat(ToldMemory.read(none).orElseThrow().at(0x1000)).isEmpty();
        ToldMemory told = ToldMemory.read(readOnly).orElseThrow();
        assertThat(told.at(0x2fff)).contains(new AddressRange(0x1000, 0x3000, true, false));
        assertThat(told.at(0x3000)).isEmpty();
        assertThat(told.pageSize(0x1000)).isEqualTo(0x200000);
    }

    @Test
    void huge_pages_are_noticed() {
        maps = List.of(Long.toHexString(HUGE) + "-" + Long.toHexString(HUGE + 0x400000) + " rw-p 0 00:00 0");
        pageSize = 0x200000;

        address(HUGE);

        assertThat(buffers.named("B1").orElseThrow().backing()).isEqualTo(Buffer.Backing.HUGE_2M);
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

    private Address address(long address) {
        return buffers.address(address, 1, memory());
    }

    private MemoryView memory() {
        return MemoryView.of(1, new Files());
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
