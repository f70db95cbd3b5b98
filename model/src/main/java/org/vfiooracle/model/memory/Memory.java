// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.memory;

import java.util.Optional;
import org.vfiooracle.model.engine.Call;
import org.vfiooracle.model.engine.NotModelled;
import org.vfiooracle.model.operation.Address;
import org.vfiooracle.model.state.Buffer;
import org.vfiooracle.model.state.Region;

/** What the model knows of the process's memory: which buffer an address is in, and what pages are behind it. */
public final class Memory {
    private Memory() {}

    /**
     * Returns the buffer that {@code size} bytes from {@code address} are in; empty when nothing is mapped there.
     *
     * @throws NotModelled when the range leaves its buffer
     */
    public static Optional<Buffer> buffer(Call<?> call, Address address, long size) {
        if (!(address instanceof Address.InBuffer in)) {
            return Optional.empty();
        }
        Buffer buffer = call.state().process().buffers().get(in.buffer());
        if (buffer == null) {
            throw new NotModelled("memory of a buffer that the case does not have: " + in.buffer());
        }
        if (in.offset() < 0 || in.offset() + size > buffer.size()) {
            throw new NotModelled("memory that lies partly outside of a buffer");
        }
        return Optional.of(buffer);
    }

    /** Whether the process can write to {@code size} bytes from {@code address}, as pinning asks. */
    public static boolean writable(Call<?> call, Address address, long size) {
        return buffer(call, address, size).map(Buffer::writable).orElse(false);
    }

    /** Whether {@code value} bytes, or the offset of an address, is a multiple of {@code unit}, a power of two. */
    public static boolean aligned(long value, long unit) {
        return (value & (unit - 1)) == 0;
    }

    /** Whether an address is a multiple of {@code unit}; buffers start at a multiple of every unit in use. */
    public static boolean aligned(Address address, long unit) {
        return aligned(
                address instanceof Address.InBuffer in ? in.offset() : ((Address.Absolute) address).value(), unit);
    }

    /** The binary logarithm of the page size that a region is proven to have: its pages, start and size allow no more. */
    public static int provenShift(Call<?> call, Region.Key key) {
        int host = call.profile().id().pageShift();
        int backing = buffer(call, key.vaddr(), key.size())
                .map(b -> b.backing().shift(host))
                .orElse(host);
        long offset = key.vaddr() instanceof Address.InBuffer in ? in.offset() : 0;
        return Math.min(backing, Long.numberOfTrailingZeros(offset | key.size()));
    }

    /** The binary logarithm of the size of the pages behind an address. */
    public static int backingShift(Call<?> call, Address address) {
        int host = call.profile().id().pageShift();
        return buffer(call, address, 1).map(b -> b.backing().shift(host)).orElse(host);
    }
}
