// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

    private final List<Entry> entries = new ArrayList<>();
    private final Supplier<String> names;
    private int changes;
    private final long process;
    private final ProcessFiles files;

    private record Entry(String name, long base, long start, long end, boolean writable, Buffer.Backing backing) {
        boolean holds(long address) {
            return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
        }

        Buffer buffer() {
            return new Buffer(name, end - base, backing, writable);
        }
    }

    /** Makes the buffers of a process, none yet; {@code names} gives a new name each time. */
    public Buffers(long process, ProcessFiles files, Supplier<String> names) {
        this.process = process;
        this.files = files;
        this.names = names;
    }

    /** Returns the place of an address as the process has it mapped now; absolute where nothing is. */
    public Address address(long address) {
        Optional<AddressRange> mapped = files.memory(process).at(address);
        Optional<Entry> known =
                entries.stream().filter(entry -> entry.holds(address)).findFirst();
        if (mapped.isEmpty()) {
            // What was named before keeps its name, so that it can be unregistered after it is gone.
            return known.map(entry -> in(entry, address)).orElseGet(() -> new Address.Absolute(address));
        }
        return in(
                known.map(entry -> grown(entry, mapped.get())).orElseGet(() -> named(mapped.get(), address)), address);
    }

    /** How often they have changed. */
    public int changes() {
        return changes;
    }

    /** The buffers so far, by name. */
    public Map<String, Buffer> all() {
        Map<String, Buffer> all = new TreeMap<>();
        entries.forEach(entry -> all.put(entry.name(), entry.buffer()));
        return Collections.unmodifiableMap(all);
    }

    /** Returns where a buffer is mapped in words, from its first byte to its last. */
    public String range(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .map(entry -> ByteText.range(entry.start(), entry.end() - entry.start()))
                .findFirst()
                .orElse("another process's memory");
    }

    private static Address in(Entry entry, long address) {
        return new Address.InBuffer(entry.name(), address - entry.base());
    }

    private Entry named(AddressRange mapping, long address) {
        long start = mapping.start();
        long end = mapping.end();
        for (Entry other : entries) {
            if (Long.compareUnsigned(other.end(), address) <= 0 && Long.compareUnsigned(other.end(), start) > 0) {
                start = other.end();
            }
            if (Long.compareUnsigned(other.start(), address) > 0 && Long.compareUnsigned(other.start(), end) < 0) {
                end = other.start();
            }
        }
        Entry made = new Entry(names.get(), start & -UNIT, start, end, mapping.writable(), backing(address));
        entries.add(made);
        changes++;
        return made;
    }

    /** Memory that is mapped behind a buffer becomes part of it; what is no longer mapped there is so no longer. */
    private Entry grown(Entry entry, AddressRange mapping) {
        long end = mapping.end();
        for (Entry other : entries) {
            if (Long.compareUnsigned(other.start(), entry.start()) > 0
                    && Long.compareUnsigned(other.start(), end) < 0) {
                end = other.start();
            }
        }
        Entry now = new Entry(entry.name(), entry.base(), entry.start(), end, mapping.writable(), entry.backing());
        if (!now.equals(entry)) {
            entries.set(entries.indexOf(entry), now);
            changes++;
        }
        return now;
    }

    private Buffer.Backing backing(long address) {
        long size = files.pageSize(process, address);
        for (Buffer.Backing backing : Buffer.Backing.values()) {
            if (backing != Buffer.Backing.PAGE && 1L << backing.shift(0) == size) {
                return backing;
            }
        }
        return Buffer.Backing.PAGE;
    }
}
