// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.state.Buffer;

/**
 * The memory of one process as the model sees it: each run of memory that a call has named is a buffer. The model takes the
 * beginning of a buffer for a multiple of every page size, so a buffer begins at one, and an offset is aligned as its
 * address is.
 */
public final class Buffers {
    /** The largest page that a window can have which anybody makes here: 16 MiB. */
    private static final long UNIT = 1L << 24;

    private final NavigableMap<Long, Entry> entries = new TreeMap<>(Long::compareUnsigned);
    private final Map<String, Entry> byName = new HashMap<>();
    private final Map<String, Buffer> news = new LinkedHashMap<>();
    private final Supplier<String> names;

    private record Entry(String name, long base, long start, long end, boolean writable, Buffer.Backing backing) {
        boolean holds(long address) {
            return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
        }

        Buffer buffer() {
            return new Buffer(name, end - base, backing, writable);
        }
    }

    /** Makes the buffers of a process, none yet; {@code names} gives a new name each time. */
    public Buffers(Supplier<String> names) {
        this.names = names;
    }

    /**
     * Returns what has to be known of the memory of the process before {@link #address} is asked for the same place: up to its
     * end where that is known to be in a buffer, and else up to the buffers on both sides.
     *
     * @param length how many bytes the call is about
     */
    public Sought sought(long address, long length) {
        Optional<Entry> known = holding(address);
        Map.Entry<Long, Entry> after = entries.higherEntry(address);
        long above = after == null ? -1 : after.getKey();
        if (known.isPresent()) {
            return new Sought(address, address, isInside(known.get(), address, length) ? address + length : above);
        }
        Map.Entry<Long, Entry> before = entries.floorEntry(address);
        return new Sought(address, before == null ? 0 : before.getValue().end(), above);
    }

    private static boolean isInside(Entry entry, long address, long length) {
        long end = address + length;
        return Long.compareUnsigned(end, address) > 0 && Long.compareUnsigned(end, entry.end()) <= 0;
    }

    /**
     * Returns the place of an address as the process has it mapped now; absolute where nothing is.
     *
     * @param length how many bytes the call is about
     * @param memory what is mapped there, as far as was sought at least
     */
    public Address address(long address, long length, MemoryView memory) {
        Optional<AddressRange> mapped = memory.at(address);
        Optional<Entry> known = holding(address);
        if (mapped.isEmpty()) {
            // What was named before keeps its name, so that it can be unregistered after it is gone.
            return known.map(entry -> in(entry, address)).orElseGet(() -> new Address.Absolute(address));
        }
        Sought sought = sought(address, length);
        Entry entry = known.map(one -> seen(one, mapped.get(), sought))
                .orElseGet(() -> named(mapped.get(), sought, memory.pageSize(address)));
        return in(entry, address);
    }

    private Optional<Entry> holding(long address) {
        return Optional.ofNullable(entries.floorEntry(address))
                .map(Map.Entry::getValue)
                .filter(entry -> entry.holds(address));
    }

    /** Takes the buffers that are new, or have become others, since this was last asked. */
    public Map<String, Buffer> news() {
        Map<String, Buffer> taken = new LinkedHashMap<>(news);
        news.clear();
        return Collections.unmodifiableMap(taken);
    }

    /** The buffer of a name; empty for one of another process. */
    public Optional<Buffer> named(String name) {
        return Optional.ofNullable(byName.get(name)).map(Entry::buffer);
    }

    /** Returns where a buffer is mapped in words, from its first byte to its last. */
    public String range(String name) {
        return Optional.ofNullable(byName.get(name))
                .map(entry -> ByteText.range(entry.start(), entry.end() - entry.start()))
                .orElse("another process's memory");
    }

    private static Address in(Entry entry, long address) {
        return new Address.InBuffer(entry.name(), address - entry.base());
    }

    private Entry named(AddressRange mapping, Sought within, long pageSize) {
        long start = Long.compareUnsigned(mapping.start(), within.low()) > 0 ? mapping.start() : within.low();
        long end = lower(mapping.end(), within.high());
        return keep(new Entry(names.get(), start & -UNIT, start, end, mapping.writable(), backing(pageSize)));
    }

    /** Memory that is mapped behind a buffer becomes part of it; what is no longer mapped there is so no longer. */
    private Entry seen(Entry entry, AddressRange mapping, Sought within) {
        boolean inside = Long.compareUnsigned(within.high(), entry.end()) <= 0;
        boolean whole = inside && Long.compareUnsigned(mapping.end(), within.high()) >= 0;
        long end = whole ? entry.end() : lower(mapping.end(), within.high());
        Entry now = new Entry(entry.name(), entry.base(), entry.start(), end, mapping.writable(), entry.backing());
        return now.equals(entry) ? entry : keep(now);
    }

    private static long lower(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? a : b;
    }

    private Entry keep(Entry entry) {
        entries.put(entry.start(), entry);
        byName.put(entry.name(), entry);
        news.put(entry.name(), entry.buffer());
        return entry;
    }

    private static Buffer.Backing backing(long pageSize) {
        for (Buffer.Backing backing : Buffer.Backing.values()) {
            if (backing != Buffer.Backing.PAGE && 1L << backing.shift(0) == pageSize) {
                return backing;
            }
        }
        return Buffer.Backing.PAGE;
    }
}
