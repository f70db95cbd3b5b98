// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Immutable bytes with numbers in the byte order of the host; what lies behind their end reads as 0. */
public final class ByteString {
    public static final ByteString NONE = new ByteString(new byte[0]);

    private final byte[] bytes;

    private ByteString(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns a copy of {@code bytes}. */
    public static ByteString of(byte... bytes) {
        return new ByteString(bytes.clone());
    }

    /** Returns {@code text} in UTF-8. */
    public static ByteString of(String text) {
        return new ByteString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns {@code length} bytes of 0. */
    public static ByteString zero(int length) {
        return new ByteString(new byte[length]);
    }

    public int length() {
        return bytes.length;
    }

    /** Returns the unsigned number of {@code width} bytes at {@code offset}. */
    public long number(int offset, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            int at = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? width - 1 - i : i;
            value = value << 8 | (offset + at < bytes.length ? bytes[offset + at] & 0xff : 0);
        }
        return value;
    }

    /** Returns the unsigned 32-bit number at {@code offset}. */
    public long u32(int offset) {
        return number(offset, Integer.BYTES);
    }

    /** Returns the 64-bit number at {@code offset}. */
    public long u64(int offset) {
        return number(offset, Long.BYTES);
    }

    /** Returns these bytes with a number written over {@code width} of them, made longer where they do not reach so far. */
    public ByteString with(int offset, int width, long value) {
        byte[] next = Arrays.copyOf(bytes, Math.max(bytes.length, offset + width));
        ByteBuffer whole = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        whole.putLong(0, value);
        for (int i = 0; i < width; i++) {
            boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
            next[offset + i] = whole.get(little ? i : width - 1 - i);
        }
        return new ByteString(next);
    }

    /** Returns the part from {@code from} to before {@code to}, cut to what is there. */
    public ByteString part(int from, int to) {
        int end = Math.min(to, bytes.length);
        return new ByteString(from >= end ? new byte[0] : Arrays.copyOfRange(bytes, from, end));
    }

    /** Returns the text up to the first byte of 0, or to the end. */
    public String text() {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** Returns a copy of the bytes. */
    public byte[] toArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteString b && Arrays.equals(b.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
