// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import java.util.Optional;

/** What is mapped in a process, as far as somebody has looked. */
public interface MemoryView {
    /** What is mapped at an address, with its neighbours of the same access as far as was looked; empty for nothing. */
    Optional<AddressRange> at(long address);

    /** The size of the pages behind an address, in bytes. */
    long pageSize(long address);

    /** Returns a view that reads the files of {@code /proc}: all that the process has mapped, each time. */
    static MemoryView of(long process, ProcessFiles files) {
        return new MemoryView() {
            @Override
            public Optional<AddressRange> at(long address) {
                return files.memory(process).at(address);
            }

            @Override
            public long pageSize(long address) {
                return files.pageSize(process, address);
            }
        };
    }
}
