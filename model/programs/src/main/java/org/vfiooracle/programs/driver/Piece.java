// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.driver;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Buffer;

/**
 * Memory that devices get.
 *
 * @param at its bus address
 * @param size bytes
 * @param vaddr where the program has it
 * @param pageShift binary logarithm of the size of its pages
 */
public record Piece(long at, long size, Address vaddr, int pageShift) {
    private static final long READ_WRITE = 3;

    /** All of a buffer, at a bus address. */
    public static Piece of(Buffer buffer, long at, int hostPageShift) {
        return new Piece(
                at,
                buffer.size(),
                new Address.InBuffer(buffer.name(), 0),
                buffer.backing().shift(hostPageShift));
    }

    /** The address behind it. */
    public long end() {
        return at + size;
    }

    /** The pages that it is made of. */
    public List<Piece> pages() {
        List<Piece> pages = new ArrayList<>();
        long page = 1L << pageShift;
        for (long offset = 0; offset < size; offset += page) {
            pages.add(new Piece(at + offset, page, vaddr.plus(offset), pageShift));
        }
        return pages;
    }

    /** The call that maps it for reading and writing. */
    public Operation map(String container) {
        return new Operation.MapDma(container, 32, READ_WRITE, vaddr, at, size);
    }

    /** The call that unmaps it. */
    public Operation unmap(String container) {
        return new Operation.UnmapDma(container, 24, 0, at, size);
    }

    /** The call that registers it. */
    public Operation register(String container) {
        return new Operation.RegisterMemory(container, 24, 0, vaddr, size);
    }

    /** The call that unregisters it. */
    public Operation unregister(String container) {
        return new Operation.UnregisterMemory(container, 24, 0, vaddr, size);
    }
}
