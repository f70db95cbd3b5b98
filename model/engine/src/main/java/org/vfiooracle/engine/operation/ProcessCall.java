// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

import java.util.List;
import java.util.OptionalLong;
import org.vfiooracle.engine.operation.Declared.Remark;
import org.vfiooracle.engine.operation.Declared.Spelled;

/**
 * A system call that is none of VFIO, and changes what VFIO looks at: the limits, capabilities and memory of the calling process.
 * Memory is that of buffers of the case.
 */
public sealed interface ProcessCall extends Operation {
    /** RLIMIT_MEMLOCK is set, in bytes; empty for unlimited. */
    @Declared(name = "setrlimit")
    record SetLimit(
            @Spelled(Spelling.LIMIT) @Remark("bytes, or `unlimited`")
            OptionalLong memlock) implements ProcessCall {}

    /** The process has these capabilities from now on. */
    @Declared(name = "capset")
    record SetCapabilities(
            @Spelled(Spelling.CAPABILITIES) @Remark("a list, as in `process`")
            List<String> capabilities) implements ProcessCall {
        /** The capability that lifts the limit of locked memory. */
        public static final String IPC_LOCK = "CAP_IPC_LOCK";

        public SetCapabilities {
            capabilities = List.copyOf(capabilities);
        }
    }

    /** New memory takes the place of what is there; zeros are written to each page, unless the backing is {@code none}. */
    @Declared(name = "mmap")
    record MapMemory(
            Address vaddr,
            long size,

            @Spelled(Spelling.BACKING) @Remark("as of a buffer")
            String backing,

            @Spelled(Spelling.ACCESS) @Remark("`rw` or `ro`")
            String access)
            implements ProcessCall {}

    /** Nothing is mapped there any more. */
    @Declared(name = "munmap")
    record UnmapMemory(Address vaddr, long size) implements ProcessCall {}

    /** Memory gets another protection. */
    @Declared(name = "mprotect")
    record ProtectMemory(
            Address vaddr,
            long size,

            @Spelled(Spelling.ACCESS) @Remark("`rw` or `ro`")
            String access) implements ProcessCall {}
}
