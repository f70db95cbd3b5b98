// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

/**
 * Where a field is in a struct.
 *
 * @param offset bytes from its beginning
 * @param width bytes
 */
record FieldPlace(int offset, int width) {
    /** Returns the first byte behind it. */
    int end() {
        return offset + width;
    }
}
