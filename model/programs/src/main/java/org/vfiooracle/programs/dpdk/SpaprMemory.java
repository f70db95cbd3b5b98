// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.dpdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.programs.driver.Holdings;
import org.vfiooracle.programs.driver.Piece;
import org.vfiooracle.programs.driver.Talk;

/** Gives a SPAPR v2 container its window and its mappings. Source: DPDK, eal_vfio.c: vfio_spapr_dma_map and what it calls. */
final class SpaprMemory {
    private static final int OLD_LEVELS = 2;

    private final DpdkEra era;
    private final Talk talk;

    SpaprMemory(DpdkEra era, Talk talk) {
        this.era = era;
        this.talk = talk;
    }

    /** Makes a window for all memory and maps that; returns what did not hold, empty when both worked. */
    Optional<Rule> setUp(Holdings holdings, String container) {
        List<Piece> memory = holdings.memory();
        long size = length(memory);
        if (!window(container, size, pageShift(memory))) {
            return Optional.of(DpdkRules.NO_WINDOW);
        }
        if (era.has(DpdkBug.STARTS_UNMAPPED)) {
            return Optional.empty();
        }
        for (Piece piece : memory) {
            for (Piece part : era.parts(piece)) {
                if (!mapped(container, part)) {
                    return Optional.of(DpdkRules.NOT_MAPPED);
                }
            }
        }
        return Optional.empty();
    }

    /** How long a window for this memory is. */
    long length(List<Piece> memory) {
        if (era.has(DpdkBug.WINDOW_OF_TOTAL_SIZE)) {
            return memory.stream().mapToLong(Piece::size).sum();
        }
        boolean fixed = era.memoryGrows() && !era.has(DpdkBug.WINDOW_GROWS);
        return powerOfTwo(fixed ? machine() : end(memory));
    }

    /** The end of all memory there is, which the process has to itself. */
    private long machine() {
        return talk.kernel().state().process().buffers().values().stream()
                .filter(Buffer::writable)
                .mapToLong(buffer -> talk.placed(buffer).end())
                .max()
                .orElse(0);
    }

    /** Of the memory that ends last. */
    private static int pageShift(List<Piece> memory) {
        long end = end(memory);
        return memory.stream()
                .filter(piece -> piece.end() == end)
                .mapToInt(Piece::pageShift)
                .findFirst()
                .orElse(0);
    }

    private static long end(List<Piece> memory) {
        return memory.stream().mapToLong(Piece::end).max().orElse(0);
    }

    private static long powerOfTwo(long size) {
        long floor = Long.highestOneBit(size);
        return floor == size ? size : floor << 1;
    }

    /** Removes the window that there is and makes another one at 0. */
    private boolean window(String container, long size, int shift) {
        Outcome info = talk.ask(new Operation.TceGetInfo(container, 32));
        if (!info.answer().succeeded()) {
            return false;
        }
        long start = info.out().getOrDefault(OutField.DMA32_WINDOW_START, 0L);
        if (!talk.succeeds(new Operation.TceRemove(container, 16, 0, start))) {
            return false;
        }
        int first = era.has(DpdkBug.WINDOW_OF_TOTAL_SIZE) ? OLD_LEVELS : 1;
        Outcome made = create(container, shift, size, first);
        if (!made.answer().succeeded() && era.moreLevels()) {
            made = again(container, shift, size, info, made);
        }
        boolean unchecked = era.has(DpdkBug.WINDOW_OF_TOTAL_SIZE);
        return made.answer().succeeded() && (unchecked || made.out().getOrDefault(OutField.START_ADDR, 0L) == 0);
    }

    private Outcome create(String container, int shift, long size, int levels) {
        return talk.ask(new Operation.TceCreate(container, 40, 0, shift, size, levels));
    }

    private Outcome again(String container, int shift, long size, Outcome info, Outcome refused) {
        int most = info.out().getOrDefault(OutField.DDW_LEVELS, 0L).intValue();
        boolean foreign = era.has(DpdkBug.FOREIGN_PAGE_SIZE);
        List<Integer> shifts = foreign ? shifts(info.out().getOrDefault(OutField.DDW_PGSIZES, 0L)) : List.of(shift);
        Outcome made = refused;
        for (int levels = foreign ? 1 : 2; levels <= most; levels++) {
            for (int one : shifts) {
                made = create(container, one, size, levels);
                if (made.answer().succeeded()) {
                    return made;
                }
            }
        }
        return made;
    }

    /** The sizes of pages that a mask of 32 bits has, largest first. */
    private static List<Integer> shifts(long mask) {
        List<Integer> shifts = new ArrayList<>();
        for (int shift = Integer.SIZE - 1; shift >= 0; shift--) {
            if ((mask >>> shift & 1) != 0) {
                shifts.add(shift);
            }
        }
        return shifts;
    }

    private boolean mapped(String container, Piece part) {
        if (!talk.succeeds(part.register(container))) {
            return false;
        }
        Answer answer = talk.ask(part.map(container)).answer();
        return answer.succeeded() || (toleratesMapped() && answer.equals(Answer.of(Errno.EBUSY)));
    }

    /** From 19.05 to 20.08 an entry that is mapped is no error. */
    private boolean toleratesMapped() {
        return era.has(DpdkBug.WINDOW_GROWS);
    }

    private boolean unmapped(String container, Piece part) {
        return talk.succeeds(part.unmap(container)) && talk.succeeds(part.unregister(container));
    }

    /** Maps new memory, whether or not that works; returns the length of the window then. */
    long grown(Holdings holdings, String container, Piece fresh) {
        if (era.has(DpdkBug.NEW_MEMORY_UNMAPPED)) {
            return holdings.window();
        }
        long window = holdings.window();
        List<Piece> before =
                holdings.memory().stream().flatMap(p -> p.pages().stream()).toList();
        List<Piece> parts = era.parts(fresh);
        for (Piece part : parts) {
            if (!era.has(DpdkBug.WINDOW_GROWS)) {
                if (part.end() <= window) {
                    mapped(container, part);
                }
                continue;
            }
            List<Piece> others = new ArrayList<>(before);
            if (era.has(DpdkBug.UNMAPS_UNMAPPED)) {
                parts.stream().filter(p -> !p.equals(part)).forEach(others::add);
            }
            long needed = part.end() > powerOfTwo(end(others)) ? powerOfTwo(part.end()) : 0;
            if (needed == 0 || enlarged(container, others, needed)) {
                window = Math.max(window, needed);
                mapped(container, part);
            }
            if (!era.has(DpdkBug.UNMAPS_UNMAPPED)) {
                before = new ArrayList<>(before);
                before.add(part);
            }
        }
        return window;
    }

    private boolean enlarged(String container, List<Piece> others, long size) {
        for (Piece other : others) {
            if (!unmapped(container, other)) {
                return false;
            }
        }
        if (!window(container, size, pageShift(others))) {
            return false;
        }
        for (Piece other : others) {
            if (!mapped(container, other)) {
                return false;
            }
        }
        return true;
    }
}
