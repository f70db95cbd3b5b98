// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import java.util.OptionalLong;

/** What the host knows of a process. */
public interface ProcessFiles {
    /** Its memory now; nothing when it is gone. */
    MemoryMap memory(long process);

    /** The size of the pages behind an address, in bytes. */
    long pageSize(long process, long address);

    /** RLIMIT_MEMLOCK in bytes; empty for unlimited. */
    OptionalLong lockLimit(long process);

    /** Whether it has CAP_IPC_LOCK. */
    boolean mayLock(long process);

    /** The process that made it; 0 when it is gone. */
    long parent(long process);

    /** Whether it has any part of a file mapped. */
    boolean maps(long process, String file);

    /** Whether a descriptor is open. */
    boolean hasDescriptor(long process, long descriptor);
}
