// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

/** What came from an adapter, or that nothing did. */
sealed interface Heard {
    /** It printed a line. */
    record Line(String text) implements Heard {}

    /** It printed a line that is longer than any message may be; it is not listened to after that. */
    record TooLong() implements Heard {}

    /** It said nothing for as long as it was waited for. */
    record Silence() implements Heard {}

    /** It has ended, or closed its output. */
    record Ended(int exitCode) implements Heard {
        private static final int SIGNALS = 128;

        /** Returns how it ended: {@code exit 3}, {@code exit 139 (signal 11)}. */
        String text() {
            return "exit " + exitCode + (exitCode > SIGNALS ? " (signal " + (exitCode - SIGNALS) + ")" : "");
        }
    }
}
