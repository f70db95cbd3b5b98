// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.exec.wire.ByteString;

/**
 * An ioctl as a program makes it.
 *
 * @param handle of the descriptor it is made on
 * @param number the request as a number
 * @param argument the argument as a number
 * @param writable whether what it points to can be written to
 * @param bytes what it points to; none where nothing is mapped
 */
public record IoctlCall(String handle, long number, long argument, boolean writable, ByteString bytes) {
    private static final long TYPE = ';';

    /** Reads what an IOCTL message holds. */
    public static IoctlCall of(String handle, long number, long argument, ByteString payload) {
        return new IoctlCall(handle, number, argument, payload.number(0, 1) == 1, payload.part(1, payload.length()));
    }

    /** Whether this is a request of VFIO: of its type, and without a size, as all of them are. */
    public boolean ofVfio() {
        return (number & 0xffffffffL) >> 8 == TYPE;
    }

    /** The number within VFIO, as {@code <linux/vfio.h>} counts them: 100 is the first. */
    public int nr() {
        return (int) (number & 0xff);
    }

    /** Where a struct of which {@code least} bytes are read is. */
    Pointer read(int least) {
        return bytes.length() < least ? Pointer.UNMAPPED : Pointer.GOOD;
    }

    /** Where a struct is that is filled in, too. */
    Pointer filled(int least) {
        return bytes.length() < least ? Pointer.UNMAPPED : writable ? Pointer.GOOD : Pointer.READ_ONLY;
    }
}
