// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.declaration;

/**
 * Where a field is in a struct.
 *
 * @param at the first byte
 * @param bytes its width
 */
public record FieldPlace(int at, int bytes) {
    /** Returns the first byte behind it. */
    public int end() {
        return at + bytes;
    }

    /** Returns the place in a whole in which this struct begins at byte {@code by}. */
    public FieldPlace shifted(int by) {
        return new FieldPlace(at + by, bytes);
    }
}
