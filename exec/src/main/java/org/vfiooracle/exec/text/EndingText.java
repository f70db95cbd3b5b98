// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.text;

import org.vfiooracle.exec.server.Ending;
import org.vfiooracle.exec.server.LeftBehind;

/** How a program ended, in words. */
public final class EndingText {
    private EndingText() {}

    /** Returns the words. */
    public static String of(Ending ending) {
        if (ending instanceof Ending.Exited exited) {
            return "the program ended with exit code " + exited.code();
        }
        if (ending instanceof Ending.Killed killed) {
            return "the program was killed by signal " + killed.text();
        }
        return ending instanceof Ending.Lost
                ? "the process guarding the program was killed, and the program with it"
                : "the program was not started";
    }

    /** Returns for whom a run goes on. */
    public static String of(LeftBehind left) {
        String who = left.processes().isEmpty() ? "a process" : "process " + String.join(", ", left.processes());
        return of(left.ending()) + ", but left " + who + " behind, which still uses VFIO; waiting until that ends"
                + " (Ctrl-C or SIGTERM ends it)";
    }
}
