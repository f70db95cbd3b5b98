// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.Optional;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.programs.guest.TceTable;
import org.vfiooracle.programs.vmm.Dialogue;

/** Makes the window of a container that a window of the guest needs: page size, levels, and where it must begin. */
final class WindowMaker {
    private static final int ENTRY_BITS = 3;
    private static final long ENTRIES = 0xffff_ffffL;
    private static final int BUCKET_BITS = 6;

    private final QemuEra era;
    private final Dialogue kernel;

    WindowMaker(QemuEra era, Dialogue kernel) {
        this.era = era;
        this.kernel = kernel;
    }

    /** Returns the page sizes of the new window as a mask; empty when it was refused or is not where it has to be. */
    Optional<Long> make(HostContainer container, TceTable wanted) {
        int shift = pageShift(container, wanted);
        if (shift < 0) {
            return Optional.empty();
        }
        Outcome made = null;
        int last = lastLevels(container, shift);
        for (int levels = firstLevels(container, wanted, shift); levels <= last; levels++) {
            made = kernel.ask(new Operation.TceCreate(container.fd(), 40, 0, shift, wanted.size(), levels));
            if (made.answer().succeeded() || era.levels() == QemuEra.Levels.BUCKETS) {
                break;
            }
        }
        if (made == null || !made.answer().succeeded()) {
            return Optional.empty();
        }
        long start = made.out().getOrDefault(OutField.START_ADDR, 0L);
        if (start != wanted.start()) {
            kernel.ask(new Operation.TceRemove(container.fd(), 16, 0, start));
            return Optional.empty();
        }
        return Optional.of(1L << shift);
    }

    private int pageShift(HostContainer container, TceTable wanted) {
        if (era.pageSize() == QemuEra.PageSize.GUEST) {
            return wanted.pageShift();
        }
        int most = Math.min(wanted.pageShift(), memoryShift());
        long fitting = container.pageSizes() & ((2L << most) - 1);
        return fitting == 0 ? -1 : Long.SIZE - 1 - Long.numberOfLeadingZeros(fitting);
    }

    /** The smallest page that backs the guest's memory. */
    private int memoryShift() {
        int host = host().id().pageShift();
        return kernel.state().process().buffers().values().stream()
                .filter(Buffer::writable)
                .mapToInt(buffer -> buffer.backing().shift(host))
                .min()
                .orElse(host);
    }

    private int firstLevels(HostContainer container, TceTable wanted, int shift) {
        long entries = wanted.size() >>> shift;
        if (era.has(QemuBug.ENTRIES_TRUNCATED)) {
            entries &= ENTRIES;
        }
        int tableBits = entries == 0 ? Long.SIZE : Long.numberOfTrailingZeros(entries) + ENTRY_BITS;
        switch (era.levels()) {
            case ONE:
                return 1;
            case BUCKETS:
                return entries == 0 ? 1 : Math.max(0, tableBits - host().id().pageShift()) / BUCKET_BITS + 1;
            default:
                return estimate(container, tableBits);
        }
    }

    private int estimate(HostContainer container, int tableBits) {
        int bitsPerLevel = host().id().pageShift() + 8;
        if (oneLevel(container)) {
            int levels = tableBits / bitsPerLevel;
            return era.has(QemuBug.NO_LEVELS) ? levels : Math.max(1, levels);
        }
        return (tableBits + bitsPerLevel - 1) / bitsPerLevel;
    }

    private int lastLevels(HostContainer container, int shift) {
        switch (era.levels()) {
            case ONE:
                return 1;
            case BUCKETS:
                return Integer.MAX_VALUE;
            default:
                return oneLevel(container)
                        ? 1
                        : (Long.SIZE - shift) / host().id().pageShift();
        }
    }

    /** Whether the host has tables of one level, and QEMU heeds that. */
    private boolean oneLevel(HostContainer container) {
        return era.levels() == QemuEra.Levels.AS_HOST_SAYS && container.levels() <= 1;
    }

    private Profile host() {
        return kernel.profile();
    }
}
