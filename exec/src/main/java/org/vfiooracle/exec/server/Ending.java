// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a program ended. */
public sealed interface Ending {
    /** It returned this exit code. */
    record Exited(int code) implements Ending {}

    /** It was killed by a signal of this number. */
    record Killed(int signal) implements Ending {
        private static final Map<Integer, String> NAMES = Map.of(
                1, "HUP", 2, "INT", 3, "QUIT", 6, "ABRT", 7, "BUS", 8, "FPE", 9, "KILL", 11, "SEGV", 13, "PIPE", 15,
                "TERM");

        /** The signal in words: {@code 9 (KILL)}. */
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "%d%s",
                    signal,
                    Optional.ofNullable(NAMES.get(signal))
                            .map(n -> " (" + n + ")")
                            .orElse(""));
        }
    }

    /** It could not be started, for this errno. */
    record NotStarted(int error) implements Ending {}

    /** Its guard died, and the program with it. */
    record Lost() implements Ending {}

    /** Reads a wait status. Source: wait(2), {@code <sys/wait.h>}. */
    static Ending of(long status) {
        int signal = (int) (status & 0x7f);
        return signal == 0 ? new Exited((int) (status >> 8 & 0xff)) : new Killed(signal);
    }
}
