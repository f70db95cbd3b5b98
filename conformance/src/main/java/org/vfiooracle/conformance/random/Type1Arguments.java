// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.List;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.State;

/** Requests to a Type1 container: chosen by what it maps, often beside it, over its edge or at an end of what can be mapped. */
final class Type1Arguments {
    private static final int PAGES = 24;
    private static final long PAGE = 0x1000;
    private static final long READ_WRITE = 3;
    private static final long ALL = 2;
    private static final long VADDR = 4;
    private static final long ALL_VADDR = 6;

    private final Dice dice;
    private final Arguments others;

    Type1Arguments(Dice dice, Arguments others) {
        this.dice = dice;
        this.others = others;
    }

    Operation info(String fd) {
        int argsz = dice.chance(60) ? dice.one(16, 20, 24, 116, 120, 4096) : 12 + dice.below(120);
        return new Operation.IommuGetInfo(fd, argsz, others.pointer());
    }

    /** The request whose number REGISTER_MEMORY has. */
    Operation dirtyPages(State state, String fd) {
        return new Operation.RegisterMemory(
                fd, others.argsz(24), dice.one(0L, 1L, 1L, 2L, 3L, 4L, 8L), others.part(state), PAGE, others.pointer());
    }

    Operation map(State state, String fd, List<Mapping> live) {
        if (!live.isEmpty() && dice.chance(15)) {
            Mapping known = dice.of(live);
            long size = dice.chance(85) ? known.size() : size();
            return new Operation.MapDma(
                    fd, others.argsz(32), VADDR, others.part(state), known.iova(), size, others.pointer());
        }
        long flags = dice.chance(75) ? READ_WRITE : dice.one(0L, 1L, 1L, 2L, 2L, 4L, 7L, 8L, 1L << 31);
        return new Operation.MapDma(fd, others.argsz(32), flags, memory(state), iova(live), size(), others.pointer());
    }

    Operation unmap(String fd, List<Mapping> live) {
        if (dice.chance(12)) {
            long flags = dice.one(ALL, ALL, ALL_VADDR);
            return new Operation.UnmapDma(fd, others.argsz(24), flags, 0, 0, others.pointer());
        }
        long flags = dice.chance(70) ? 0 : dice.one(VADDR, VADDR, VADDR, 1L, ALL, 5L, 8L);
        if (!live.isEmpty() && dice.chance(60)) {
            Mapping known = dice.of(live);
            return new Operation.UnmapDma(fd, others.argsz(24), flags, known.iova(), known.size(), others.pointer());
        }
        return new Operation.UnmapDma(fd, others.argsz(24), flags, iova(live), size(), others.pointer());
    }

    /** A page that a device might reach. */
    long page(List<Mapping> live) {
        return iova(live) & -PAGE;
    }

    private Address memory(State state) {
        List<Buffer> buffers = List.copyOf(state.process().buffers().values());
        if (dice.chance(5)) {
            Buffer buffer = dice.of(buffers);
            return new Address.InBuffer(buffer.name(), buffer.size() - PAGE * dice.below(3));
        }
        return dice.chance(96) ? others.part(state) : new Address.Absolute(dice.one(0L, 0x1000L, -0x10000L));
    }

    private long iova(List<Mapping> live) {
        if (!live.isEmpty() && dice.chance(40)) {
            Mapping known = dice.of(live);
            return known.iova() + dice.one(0L, 0L, 0L, PAGE, -PAGE, known.size(), known.size() - PAGE);
        }
        if (dice.chance(90)) {
            return PAGE * dice.below(PAGES) + (dice.chance(3) ? PAGE / 2 : 0);
        }
        return dice.one(
                0xfedf_f000L,
                0xfef0_0000L,
                0xffff_f000L,
                0x1_0000_0000L,
                0x7f_ffff_f000L,
                0x80_0000_0000L,
                1L << 59,
                -PAGE);
    }

    private long size() {
        return dice.chance(93)
                ? PAGE * dice.one(1, 1, 2, 2, 3, 4, 8, 16, 64, 256)
                : dice.one(0L, 1L, PAGE / 2, PAGE + 1, 0x10_1000L, 1L << 39, -PAGE, -2 * PAGE);
    }
}
