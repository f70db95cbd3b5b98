// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

/** A user-space address: inside a named buffer of the case, or an absolute one (for bad pointers). */
public sealed interface Address {
    /** A place in a buffer; {@code offset} in bytes, and may lie outside of the buffer. */
    record InBuffer(String buffer, long offset) implements Address {
        @Override
        public String toString() {
            return buffer + "+0x" + Long.toHexString(offset);
        }
    }

    /** A number used as an address. */
    record Absolute(long value) implements Address {
        @Override
        public String toString() {
            return "0x" + Long.toHexString(value);
        }
    }

    /** Returns the address {@code bytes} behind this one. */
    default Address plus(long bytes) {
        return this instanceof InBuffer in
                ? new InBuffer(in.buffer(), in.offset() + bytes)
                : new Absolute(((Absolute) this).value() + bytes);
    }

    /**
     * Reads {@code B1+0x1000}, {@code B1} or {@code 0x1000}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    static Address parse(String text) {
        if (text.startsWith("0x")) {
            return new Absolute(Long.parseUnsignedLong(text.substring(2), 16));
        }
        int plus = text.indexOf('+');
        String name = plus < 0 ? text : text.substring(0, plus);
        if (!name.matches("[A-Z][A-Za-z0-9]*") || (plus >= 0 && !text.startsWith("0x", plus + 1))) {
            throw new IllegalArgumentException("expected BUFFER+0xOFFSET or 0xADDRESS, found \"" + text + "\"");
        }
        return new InBuffer(name, plus < 0 ? 0 : Long.parseUnsignedLong(text.substring(plus + 3), 16));
    }
}
