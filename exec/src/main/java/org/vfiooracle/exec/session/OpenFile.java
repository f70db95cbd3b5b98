// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.session;

/**
 * A file that a program has open.
 *
 * @param id its number: kind in the highest byte, number of the group in the three below
 * @param kind what it is
 * @param device alias of the device; empty for others
 */
record OpenFile(long id, Kind kind, String device) {
    /** What a file is; the ordinal from 1 is its number in {@code preload/oracle.h}. */
    enum Kind {
        CONTAINER,
        GROUP,
        DEVICE
    }

    static OpenFile of(Kind kind, int group, int serial, String device) {
        long id = (kind.ordinal() + 1L) << 56 | (long) group << 32 | serial;
        return new OpenFile(id, kind, device);
    }

    /** The descriptor that stands for a file until its process has made one: negative, and another for each file. */
    static int pending(long id) {
        return -(int) id;
    }
}
