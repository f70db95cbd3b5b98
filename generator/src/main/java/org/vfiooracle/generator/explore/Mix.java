// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.state.Region;

/** Hashing into 64 bits. Source of the constants: S. Vigna, SplitMix64. */
final class Mix {
    private static final long STEP = 0x9e37_79b9_7f4a_7c15L;

    private Mix() {}

    /** Spreads the bits of a number. */
    static long of(long value) {
        long z = value + STEP;
        z = (z ^ (z >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d0_49bb_1331_11ebL;
        return z ^ (z >>> 31);
    }

    /** Adds a number to what was hashed so far; the order counts. */
    static long and(long soFar, long value) {
        return of(soFar ^ of(value)) + soFar * 31;
    }

    static long and(long soFar, boolean value) {
        return and(soFar, value ? 1 : 2);
    }

    static long text(String text) {
        return text(text, 0);
    }

    /** Hashes a text without its first characters. */
    static long text(String text, int from) {
        long hash = text.length() - from;
        for (int i = from; i < text.length(); i++) {
            hash = hash * 1_000_003 + text.charAt(i);
        }
        return of(hash);
    }

    static long address(Address address) {
        return address instanceof Address.InBuffer in
                ? and(text(in.buffer()), in.offset())
                : of(((Address.Absolute) address).value());
    }

    static long region(Region.Key key) {
        return and(address(key.vaddr()), key.size());
    }
}
