// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

/**
 * Memory of the process under test.
 *
 * @param name how operations refer to it
 * @param size bytes
 * @param backing which pages it is made of
 * @param writable false for a mapping without PROT_WRITE
 */
public record Buffer(String name, long size, Backing backing, boolean writable) {
    /** The kinds of pages that a buffer can be made of. */
    public enum Backing {
        PAGE("page", 0),
        HUGE_2M("2m", 21),
        HUGE_16M("16m", 24),
        HUGE_1G("1g", 30);

        private final String key;
        private final int shift;

        Backing(String key, int shift) {
            this.key = key;
            this.shift = shift;
        }

        /** The name in a fixture. */
        public String key() {
            return key;
        }

        /** The binary logarithm of the page size, given that of a host page. */
        public int shift(int hostPageShift) {
            return Math.max(shift, hostPageShift);
        }

        /**
         * Returns the backing with this name.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Backing of(String key) {
            for (Backing backing : values()) {
                if (backing.key.equals(key)) {
                    return backing;
                }
            }
            throw new IllegalArgumentException("expected page, 2m, 16m or 1g, found \"" + key + "\"");
        }
    }
}
