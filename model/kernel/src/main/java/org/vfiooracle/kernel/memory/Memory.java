// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.memory;

import java.util.Optional;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Region;

/** What the model knows of the process's memory: which buffer an address is in, and what pages are behind it. */
public final class Memory {
    private Memory() {}

    /** Returns the buffer that an address is in; empty when nothing is mapped there. */
    public static Optional<Buffer> buffer(Call<?> call, Address address) {
        if (!(address instanceof Address.InBuffer in)) {
            return Optional.empty();
        }
        Buffer buffer = call.state().process().buffers().get(in.buffer());
        if (buffer == null) {
            throw new NotModelled("memory of a buffer that the case does not have: " + in.buffer());
        }
        return Optional.of(buffer).filter(b -> Long.compareUnsigned(in.offset(), b.size()) < 0);
    }

    /** Returns how many of {@code size} bytes from {@code address} the process can write to before the first that it cannot. */
    public static long writable(Call<?> call, Address address, long size) {
        return buffer(call, address)
                .filter(Buffer::writable)
                .map(b -> Math.min(size, b.size() - ((Address.InBuffer) address).offset()))
                .orElse(0L);
    }

    /** Returns how many of {@code size} bytes from {@code address} the process can read before the first that it cannot. */
    public static long readable(Call<?> call, Address address, long size) {
        return buffer(call, address)
                .map(b -> {
                    long left = b.size() - ((Address.InBuffer) address).offset();
                    return Long.compareUnsigned(size, left) < 0 ? size : left;
                })
                .orElse(0L);
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
        int backing =
                buffer(call, key.vaddr()).map(b -> b.backing().shift(host)).orElse(host);
        long offset = key.vaddr() instanceof Address.InBuffer in ? in.offset() : 0;
        return Math.min(backing, Long.numberOfTrailingZeros(offset | key.size()));
    }

    /** The binary logarithm of the size of the pages behind an address. */
    public static int backingShift(Call<?> call, Address address) {
        int host = call.profile().id().pageShift();
        return buffer(call, address).map(b -> b.backing().shift(host)).orElse(host);
    }
}
