// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Window;

/** Arguments of calls: mostly such that the call can do something, often wrong in one place. */
final class Arguments {
    private static final int PAGES = 24;
    private static final long SECOND = 1L << 59;

    /** The largest number of 32 bits. */
    private static final int LARGEST = -1;

    /** Sizes with which nothing fits: a range that wraps around, half the address space. */
    private static final long WRAPS = -0x10000L;

    private static final long HALF = Long.MIN_VALUE;

    private final Dice dice;
    private final Profile profile;

    Arguments(Dice dice, Profile profile) {
        this.dice = dice;
        this.profile = profile;
    }

    int argsz(int right) {
        return dice.chance(94) ? right : dice.one(0, right - 1, right - 4, right + 8, 16, 24, 4096, LARGEST);
    }

    long flags(long right) {
        return dice.chance(95) ? right : dice.one(1L, 2L, 4L, 8L, 0x8000_0000L);
    }

    Pointer pointer() {
        return dice.chance(96) ? Pointer.GOOD : dice.one(Pointer.UNMAPPED, Pointer.READ_ONLY);
    }

    /** What a device may do through a mapping. */
    long access() {
        return dice.chance(80) ? 3 : dice.one(0L, 1L, 2L, 3L, 4L, 7L);
    }

    /** A window of the container, if it has one. */
    Optional<Window> window(Optional<Spapr> spapr) {
        List<Window> windows = spapr.map(s -> List.copyOf(s.windows().values())).orElse(List.of());
        return windows.isEmpty() ? Optional.empty() : Optional.of(dice.of(windows));
    }

    /** A bus address: of a live entry, near the beginning or the end of a window, or anywhere. */
    long iova(Optional<Window> window) {
        if (window.isEmpty() || dice.chance(4)) {
            return dice.one(
                    0L, 0x1000L, 0x10000L, 0x800L, 0x4000_0000L, 0x8000_0000L, SECOND, SECOND + 0x10000, -0x1000L);
        }
        Window in = window.get();
        List<Long> live = new ArrayList<>();
        in.tces().runs().forEach(run -> live.add(run.iova()));
        if (!live.isEmpty() && dice.chance(45)) {
            return dice.of(live) + (dice.chance(30) ? in.pageSize() : 0);
        }
        long pages = in.size() / in.pageSize();
        long page = dice.chance(90) ? 1 + dice.below(PAGES) : dice.one(0L, pages - 1, pages / 2);
        long misaligned = dice.chance(4) ? in.pageSize() / 2 : 0;
        return in.start() + Math.min(page, pages - 1) * in.pageSize() + misaligned;
    }

    /** A length: a few pages of the window, or an odd number of bytes. */
    long size(Optional<Window> window) {
        long page = window.map(Window::pageSize).orElse(0x1000L);
        return dice.chance(90)
                ? page * dice.one(1, 1, 1, 2, 2, 3, 4, 8)
                : dice.one(0L, 1L, page / 2, page + 1, 0x800L, WRAPS, HALF);
    }

    /** Memory to map: mostly registered, mostly aligned. */
    Address vaddr(State state, Optional<Window> window) {
        long page = window.map(Window::pageSize).orElse(0x1000L);
        List<Region> regions = state.regions();
        if (!regions.isEmpty() && dice.chance(85)) {
            Region.Key key = dice.of(regions).key();
            if (key.vaddr() instanceof Address.InBuffer in) {
                long pages = Math.max(1, key.size() / page);
                return new Address.InBuffer(in.buffer(), in.offset() + dice.below((int) Math.min(pages, PAGES)) * page);
            }
        }
        return dice.chance(90) ? part(state) : new Address.Absolute(dice.one(0L, 0x1000L, 0x10_0000L, -0x10000L));
    }

    /** A place in a buffer. */
    Address part(State state) {
        List<Buffer> buffers = List.copyOf(state.process().buffers().values());
        Buffer buffer = dice.of(buffers);
        long page = profile.pageSize();
        long offset = dice.chance(60) ? 0 : dice.below((int) Math.min(buffer.size() / page, PAGES)) * page;
        return new Address.InBuffer(buffer.name(), offset + (dice.chance(3) ? page / 2 : 0));
    }

    /** Memory to register or to unregister: whole buffers, parts, what is registered, and more than there is. */
    Region.Key memory(State state) {
        if (!state.regions().isEmpty() && dice.chance(40)) {
            return dice.of(state.regions()).key();
        }
        Buffer buffer = dice.of(List.copyOf(state.process().buffers().values()));
        long page = profile.pageSize();
        if (dice.chance(65)) {
            return new Region.Key(new Address.InBuffer(buffer.name(), 0), buffer.size());
        }
        long size = dice.one(page, 2 * page, 4 * page, buffer.size(), 0L, page / 2, buffer.size() + page, WRAPS, HALF);
        Address at = dice.chance(92) ? part(state) : new Address.Absolute(dice.one(0L, 0x10000L, -0x10000L));
        return new Region.Key(at, size);
    }
}
