// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.table;

import java.util.Locale;

/** How things are spelled in C. */
final class CName {
    static final String PREFIX = "VFIO_ORACLE_";

    private CName() {}

    /** Returns the constant of a word, such as {@code VFIO_ORACLE_DMA_WRITE} for {@code dma-write}. */
    static String constant(String kind, String word) {
        String bare = word.startsWith("VFIO_") ? word.substring("VFIO_".length()) : word;
        return PREFIX + kind + bare.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Returns the variable of a word, such as {@code vfio_oracle_phb4_linux_6_12_4k} for a platform. */
    static String variable(String word) {
        return PREFIX.toLowerCase(Locale.ROOT) + word.replaceAll("[^A-Za-z0-9]", "_");
    }

    /** Returns a string literal; texts of this project are ASCII. */
    static String quoted(String text) {
        if (!text.matches("[ -~]*")) {
            throw new IllegalArgumentException("no string in C is to have this: " + text);
        }
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Returns a number of 64 bits. */
    static String wide(long value) {
        return "UINT64_C(0x" + Long.toHexString(value) + ")";
    }
}
