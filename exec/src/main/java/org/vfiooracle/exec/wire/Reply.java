// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A message to a program.
 *
 * @param error errno as a number; 0 when the call succeeds
 * @param value what the call returns
 * @param file a file that the program is to make a descriptor for and to return that; 0 for none
 * @param payload what follows: bytes for the program's memory, or a path
 */
public record Reply(int error, long value, long file, ByteString payload) {
    private static final int HEADER = 24;

    /** What stands where an errno does in a reply that asks instead; {@code preload/oracle.h} has it, too. */
    private static final int ASKS = -1;

    /** What every call answers that succeeds without a value. */
    public static final Reply OK = of(0);

    /** Returns a success with this value. */
    public static Reply of(long value) {
        return new Reply(0, value, 0, ByteString.NONE);
    }

    /** Returns a failure. */
    public static Reply failing(int error) {
        return new Reply(error, -1, 0, ByteString.NONE);
    }

    /** Returns a success with a new descriptor. */
    public static Reply descriptor(long file) {
        return new Reply(0, 0, file, ByteString.NONE);
    }

    /** Returns a question: what is mapped at {@code address}, from {@code low} up to {@code high}? */
    public static Reply asking(long address, long low, long high) {
        ByteString limits = ByteString.zero(0).with(0, Long.BYTES, low).with(Long.BYTES, Long.BYTES, high);
        return new Reply(ASKS, address, 0, limits);
    }

    /** Returns this with {@code bytes}. */
    public Reply with(ByteString bytes) {
        return new Reply(error, value, file, bytes);
    }

    /** Returns the message as it is sent. */
    public byte[] message() {
        return ByteBuffer.allocate(HEADER + payload.length())
                .order(ByteOrder.nativeOrder())
                .putInt(HEADER + payload.length())
                .putInt(error)
                .putLong(value)
                .putLong(file)
                .put(payload.toArray())
                .array();
    }
}
