// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.memory;

import java.util.Optional;
import java.util.function.Predicate;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.Region;

/** What the model knows of the process's memory: which buffer an address is in, and what pages are behind it. */
public final class Memory {
    /** How far the buffers of a process are apart, in order of their names. */
    public static final long BUFFER_DISTANCE = 1L << 40;

    /** Where the first of them begins. */
    private static final long FIRST_BUFFER = 8 * BUFFER_DISTANCE;

    private Memory() {}

    /** Returns the number that an address is, with buffers where the adapter protocol puts them. */
    public static long number(Call<?> call, Address address) {
        return address instanceof Address.InBuffer in
                ? FIRST_BUFFER + ordinal(call, in.buffer()) * BUFFER_DISTANCE + in.offset()
                : ((Address.Absolute) address).value();
    }

    private static long ordinal(Call<?> call, String buffer) {
        return call.state().process().ordinal(buffer);
    }

    /** Whether {@code address} and {@code size} bytes behind it come to less than {@code address}. */
    public static boolean wraps(Call<?> call, Address address, long size) {
        long first = number(call, address);
        return Long.compareUnsigned(first + size, first) < 0;
    }

    /** Whether an address is in registers of a device that the process has mapped: no memory that could be pinned. */
    public static boolean ofDevice(Call<?> call, Address address) {
        return address instanceof Address.InBuffer in
                && call.state().process().devices().containsKey(in.buffer());
    }

    /** Returns how many of {@code size} bytes from {@code address}, which is {@link #ofDevice}, are mapped: one page is. */
    public static long registers(Call<?> call, Address address, long size) {
        long page = call.profile().pageSize();
        long offset = ((Address.InBuffer) address).offset();
        return Long.compareUnsigned(offset, page) < 0 ? smaller(size, page - offset) : 0;
    }

    /** Returns the buffer that an address is in; empty when it is in none. */
    public static Optional<Buffer> buffer(Call<?> call, Address address) {
        if (!(address instanceof Address.InBuffer in)) {
            return Optional.empty();
        }
        Buffer buffer = call.state().process().buffers().get(in.buffer());
        if (buffer == null) {
            if (ofDevice(call, address)) {
                return Optional.empty();
            }
            throw new NotModelled("memory of a buffer that the case does not have: " + in.buffer());
        }
        return Optional.of(buffer).filter(b -> Long.compareUnsigned(in.offset(), b.size()) < 0);
    }

    /** Returns how many of {@code size} bytes from {@code address} the process can write to before the first that it cannot. */
    public static long writable(Call<?> call, Address address, long size) {
        return reach(call, address, size, piece -> piece.backing().isPresent() && piece.writable());
    }

    /** Returns how many of {@code size} bytes from {@code address} the process can read before the first that it cannot. */
    public static long readable(Call<?> call, Address address, long size) {
        return reach(call, address, size, piece -> piece.backing().isPresent());
    }

    private static long reach(Call<?> call, Address address, long size, Predicate<Buffer.Piece> kind) {
        return buffer(call, address)
                .map(b -> smaller(size, b.reach(((Address.InBuffer) address).offset(), kind)))
                .orElse(0L);
    }

    /** Returns how many of {@code size} bytes from {@code address} are memory that nobody has touched. */
    public static long untouched(Call<?> call, Address address, long size) {
        return buffer(call, address).stream()
                .flatMap(b -> b.parts(((Address.InBuffer) address).offset(), size).stream())
                .filter(piece ->
                        piece.backing().filter(Buffer.Backing.NONE::equals).isPresent())
                .mapToLong(Buffer.Piece::size)
                .sum();
    }

    /** Returns the process after all of {@code size} bytes from {@code address} were touched: each page is one of its own. */
    public static Process touched(Call<?> call, Address address, long size) {
        Buffer whole = buffer(call, address).orElseThrow();
        Buffer next = whole;
        for (Buffer.Piece piece : whole.parts(((Address.InBuffer) address).offset(), size)) {
            if (piece.backing().filter(Buffer.Backing.NONE::equals).isPresent()) {
                next = next.with(new Buffer.Piece(
                        piece.offset(),
                        piece.size(),
                        Optional.of(Buffer.Backing.PAGE),
                        piece.writable(),
                        piece.replaced()));
            }
        }
        return next.equals(whole)
                ? call.state().process()
                : call.state().process().with(next);
    }

    /** Returns the smaller of two numbers without sign. */
    public static long smaller(long one, long other) {
        return Long.compareUnsigned(one, other) < 0 ? one : other;
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
        long offset = key.vaddr() instanceof Address.InBuffer in ? in.offset() : 0;
        int backing = buffer(call, key.vaddr()).stream()
                .flatMap(b -> b.parts(offset, key.size()).stream())
                .mapToInt(piece -> PageSizes.proven(call, piece))
                .min()
                .orElse(host);
        return Math.min(backing, Long.numberOfTrailingZeros(offset | key.size()));
    }

    /** The binary logarithm of the size of the pages behind an address. */
    public static int backingShift(Call<?> call, Address address) {
        int host = call.profile().id().pageShift();
        return buffer(call, address)
                .map(b -> PageSizes.shift(call, b.at(((Address.InBuffer) address).offset())))
                .orElse(host);
    }
}
