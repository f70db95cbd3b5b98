// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import java.util.Optional;
import org.vfiooracle.exec.wire.ByteString;

/**
 * What a process tells of its own memory around one address, as its kernel has told it.
 *
 * @param range what is mapped there; empty for nothing
 * @param pageSize the size of its pages, in bytes
 */
public record ToldMemory(Optional<AddressRange> range, long pageSize) implements MemoryView {
    /** How many bytes it has in a message: where it begins, where it ends, the size of a page, and how it can be used. */
    public static final int SIZE = 4 * Long.BYTES;

    private static final int READABLE = 1;
    private static final int WRITABLE = 2;
    private static final int KNOWN = 4;

    /** Reads it; empty where the kernel of the process cannot be asked. */
    public static Optional<ToldMemory> read(ByteString message) {
        long how = message.u64(24);
        if ((how & KNOWN) == 0) {
            return Optional.empty();
        }
        AddressRange range =
                new AddressRange(message.u64(0), message.u64(8), (how & READABLE) != 0, (how & WRITABLE) != 0);
        return Optional.of(new ToldMemory(
                Optional.of(range).filter(mapped -> mapped.readable() || mapped.writable()), message.u64(16)));
    }

    @Override
    public Optional<AddressRange> at(long address) {
        return range.filter(mapped -> mapped.holds(address));
    }

    @Override
    public long pageSize(long address) {
        return pageSize;
    }
}
