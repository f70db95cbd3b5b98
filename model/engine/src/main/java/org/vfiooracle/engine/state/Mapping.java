// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import org.vfiooracle.engine.operation.Address;

/**
 * One mapping of a Type1 container; all arithmetic is that of unsigned 64 bits, wrapping as in the kernel.
 *
 * @param iova bus address of its first byte
 * @param size bytes
 * @param vaddr where the process that pinned the memory saw it when it did
 * @param flags 1 the device may read, 2 it may write
 * @param owner the process whose locked memory it counts to
 * @param pinnedBy the process whose memory it is
 * @param vaddrInvalid its address was taken back (VFIO_DMA_UNMAP_FLAG_VADDR) and not given anew
 * @param uncounted how many of its pages count as locked for nobody
 */
public record Mapping(
        long iova,
        long size,
        Address vaddr,
        long flags,
        String owner,
        String pinnedBy,
        boolean vaddrInvalid,
        long uncounted) {
    /** Makes a mapping of which each page counts. */
    public Mapping(
            long iova, long size, Address vaddr, long flags, String owner, String pinnedBy, boolean vaddrInvalid) {
        this(iova, size, vaddr, flags, owner, pinnedBy, vaddrInvalid, 0);
    }

    /** Whether it has an address in common with {@code length} bytes from {@code start}. */
    public boolean meets(long start, long length) {
        return Long.compareUnsigned(start + length, iova) > 0 && Long.compareUnsigned(start, iova + size) < 0;
    }

    /** Whether {@code address} lies inside, but is not its first. */
    public boolean startsBefore(long address) {
        return Long.compareUnsigned(iova, address) < 0;
    }

    /** Returns this with its address taken back or not. */
    public Mapping invalid(boolean yes) {
        return new Mapping(iova, size, vaddr, flags, owner, pinnedBy, yes, uncounted);
    }

    /** Returns this, counted to another process. */
    public Mapping ownedBy(String process) {
        return new Mapping(iova, size, vaddr, flags, process, pinnedBy, vaddrInvalid, uncounted);
    }
}
