// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

/**
 * A range of a process's memory.
 *
 * @param start address of its first byte
 * @param end address behind its last byte
 * @param readable whether the process can read it
 * @param writable whether the process can write to it
 */
public record AddressRange(long start, long end, boolean readable, boolean writable) {
    boolean holds(long address) {
        return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
    }

    boolean continues(AddressRange before) {
        return before.end == start && before.writable == writable && readable == before.readable;
    }
}
