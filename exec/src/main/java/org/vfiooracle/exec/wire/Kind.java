// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.wire;

/** What a message is about; the numbers are in {@code preload/oracle.h}, too. */
public enum Kind {
    HELLO,
    ATTACH,
    OPEN,
    IOCTL,
    CLOSE,
    CLOSED,
    DUP,
    READ,
    WRITE,
    MMAP,
    GUARD,
    ENDED,
    FAILED,
    IOCTL_AGAIN;

    /**
     * Returns the kind of this number.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Kind of(long number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("no message has the kind " + number);
        }
        return values()[(int) number - 1];
    }
}
