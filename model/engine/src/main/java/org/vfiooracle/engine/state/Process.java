// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.Map;
import java.util.OptionalLong;

/**
 * The process that makes the calls.
 *
 * @param memlock RLIMIT_MEMLOCK in bytes; empty for unlimited
 * @param ipcLock whether it has CAP_IPC_LOCK
 * @param buffers its memory, by name
 * @param lockedPages what is accounted as locked, in host pages
 * @param alive whether it can make calls; memory that a container has locked outlives its process
 * @param devices the open files of devices that it has mapped, by the name of the mapping
 */
public record Process(
        OptionalLong memlock,
        boolean ipcLock,
        Map<String, Buffer> buffers,
        long lockedPages,
        boolean alive,
        Map<String, Handle.DeviceFd> devices) {
    /** A process without limit and without buffers. */
    public static final Process UNLIMITED = new Process(OptionalLong.empty(), false, Map.of(), 0);

    /** Makes a process that can make calls. */
    public Process(OptionalLong memlock, boolean ipcLock, Map<String, Buffer> buffers, long lockedPages) {
        this(memlock, ipcLock, buffers, lockedPages, true, Map.of());
    }

    public Process {
        buffers = SharedMap.of(buffers);
        devices = SharedMap.of(devices);
    }

    /** Returns this process with another limit in bytes; empty for unlimited. */
    public Process limited(OptionalLong bytes) {
        return new Process(bytes, ipcLock, buffers, lockedPages, alive, devices);
    }

    /** Returns this process with CAP_IPC_LOCK, or without. */
    public Process capable(boolean lock) {
        return new Process(memlock, lock, buffers, lockedPages, alive, devices);
    }

    /** Returns this process with a buffer in the place of that of the same name. */
    public Process with(Buffer buffer) {
        return with(Map.of(buffer.name(), buffer));
    }

    /** Returns this process with these buffers, each in the place of that of the same name. */
    public Process with(Map<String, Buffer> more) {
        SharedMap<String, Buffer> next = SharedMap.of(buffers);
        for (Map.Entry<String, Buffer> one : more.entrySet()) {
            next = next.with(one.getKey(), one.getValue());
        }
        return new Process(memlock, ipcLock, next, lockedPages, alive, devices);
    }

    /** Returns how many buffers come before that of this name in the order of their names; -1 where there is none. */
    public int ordinal(String buffer) {
        return SharedMap.of(buffers).ordinal(buffer);
    }

    /** Returns this process with a device mapped. */
    public Process mapping(String name, Handle.DeviceFd file) {
        return mapped(SharedMap.of(devices).with(name, file));
    }

    /** Returns this process without a mapping of a device. */
    public Process unmapping(String name) {
        return mapped(SharedMap.of(devices).without(name));
    }

    private Process mapped(Map<String, Handle.DeviceFd> next) {
        return new Process(memlock, ipcLock, buffers, lockedPages, alive, next);
    }

    /** Whether {@code pages} more can be locked; reaching the limit exactly is allowed. */
    public boolean canLock(long pages, long pageSize) {
        return ipcLock || memlock.isEmpty() || lockedPages + pages <= memlock.getAsLong() / pageSize;
    }

    /** Returns this process with {@code pages} more (or, negative, fewer) locked. */
    public Process locking(long pages) {
        long next = Math.max(0, lockedPages + pages);
        return next == lockedPages ? this : new Process(memlock, ipcLock, buffers, next, alive, devices);
    }

    /** Returns this process after its end. */
    public Process ended() {
        return new Process(memlock, ipcLock, buffers, lockedPages, false, devices);
    }
}
