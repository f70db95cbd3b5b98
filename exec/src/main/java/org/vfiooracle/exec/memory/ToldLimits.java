// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Processes whose limits are not their own but those that somebody has named: a program may be asked about limits that its
 * user has no right to set.
 *
 * @param files what the host knows of them
 * @param lockLimit RLIMIT_MEMLOCK in bytes, within it empty for unlimited; empty for their own
 * @param mayLock whether they have CAP_IPC_LOCK; empty for their own
 */
public record ToldLimits(ProcessFiles files, Optional<OptionalLong> lockLimit, Optional<Boolean> mayLock)
        implements ProcessFiles {
    @Override
    public MemoryMap memory(long process) {
        return files.memory(process);
    }

    @Override
    public long pageSize(long process, long address) {
        return files.pageSize(process, address);
    }

    @Override
    public OptionalLong lockLimit(long process) {
        return lockLimit.orElseGet(() -> files.lockLimit(process));
    }

    @Override
    public boolean mayLock(long process) {
        return mayLock.orElseGet(() -> files.mayLock(process));
    }

    @Override
    public long parent(long process) {
        return files.parent(process);
    }

    @Override
    public boolean maps(long process, String file) {
        return files.maps(process, file);
    }

    @Override
    public boolean hasDescriptor(long process, long descriptor) {
        return files.hasDescriptor(process, descriptor);
    }
}
