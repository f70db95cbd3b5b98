// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

import static org.vfiooracle.engine.operation.HandleKind.DEVICE;
import static org.vfiooracle.engine.operation.HandleKind.MAPPING;

import java.util.List;
import java.util.OptionalLong;
import org.vfiooracle.engine.operation.Declared.Constant;
import org.vfiooracle.engine.operation.Declared.Remark;
import org.vfiooracle.engine.operation.Declared.Spelled;

/**
 * A system call that is none of VFIO, and changes what VFIO looks at: the limits, capabilities and memory of the calling process.
 * Memory is that of buffers of the case, or of a device.
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

    /** The first page of a BAR of a device is mapped; the mapping holds the open file, as a descriptor does. */
    @Declared(name = "mmap", on = DEVICE, constant = @Constant(key = "of", value = "device"))
    record MapDevice(
            String on,
            @Remark("names the mapping") String as,
            @Remark("BAR, 0 to 5") int region) implements ProcessCall {
        /** How many BARs a device can have. */
        public static final int BARS = 6;
    }

    /** A mapping of a device is gone. */
    @Declared(name = "munmap", on = MAPPING, constant = @Constant(key = "of", value = "device"))
    record UnmapDevice(String on) implements ProcessCall {}

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
