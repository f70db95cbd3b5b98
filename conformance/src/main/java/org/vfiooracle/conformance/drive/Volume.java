// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import org.vfiooracle.contract.wording.ByteText;

/** How much an adapter may say. Whatever it does, what is kept of it is bounded by these. */
final class Volume {
    /** The longest message, in bytes: about twenty times the longest answer of the corpus. */
    static final int MESSAGE = 1 << 20;

    /** What one life of an adapter may write to standard error before it is no longer passed on, in bytes. */
    static final int LOG = 1 << 24;

    /** The longest line of standard error, in bytes; a longer one is passed on in pieces. */
    static final int LOG_LINE = 1 << 16;

    /** Lines that are waited for after the last answer. */
    static final int LINES_AFTER_STOP = 100;

    private Volume() {}

    /** Returns what is wrong with a line that is longer than a message may be. */
    static String longMessage() {
        return "a line of more than " + ByteText.size(MESSAGE) + ", the most that a message may have";
    }

    /** Returns what is said in place of the rest of standard error. */
    static String longLog() {
        return "(the adapter has written more than " + ByteText.size(LOG)
                + " to standard error; the rest is not passed on)";
    }
}
