// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import org.vfiooracle.engine.operation.Address;

/**
 * A piece of the guest's memory.
 *
 * @param start address in the guest's memory
 * @param size bytes
 * @param vaddr where the program has it
 * @param readOnly whether it is a ROM
 */
record Section(long start, long size, Address vaddr, boolean readOnly) {
    /** Whether an address of the guest is in it. */
    boolean holds(long address) {
        return Long.compareUnsigned(address - start, size) < 0;
    }

    /** Where the program has an address of the guest. */
    Address at(long address) {
        return vaddr.plus(address - start);
    }
}
