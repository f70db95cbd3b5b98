// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

/** A number of bytes in the largest unit that holds it without a rest. */
final class ByteCount {
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    private ByteCount() {}

    static String text(long bytes) {
        long value = bytes;
        int unit = 0;
        while (unit < UNITS.length - 1 && value >= 1024 && value % 1024 == 0) {
            value /= 1024;
            unit++;
        }
        return value + " " + UNITS[unit];
    }
}
