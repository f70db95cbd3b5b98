// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

import java.io.PrintWriter;
import java.util.Locale;

/** One line that shows how far a command is, drawn over itself; draws nothing when nobody watches. */
public final class ProgressLine implements AutoCloseable {
    private static final int CELLS = 30;
    private static final String ERASE = "\r\033[K";

    private final PrintWriter err;
    private final boolean watched;
    private final String what;
    private int drawn = -1;

    /**
     * Starts a line.
     *
     * @param err where it is drawn
     * @param watched whether a terminal is behind {@code err}
     * @param what what is being done, in a word or two
     */
    public ProgressLine(PrintWriter err, boolean watched, String what) {
        this.err = err;
        this.watched = watched;
        this.what = what;
    }

    /** Draws that {@code done} of {@code total} are done, when that looks different from before. */
    public synchronized void show(int done, int total) {
        show(what, done, total);
    }

    /** Draws that {@code done} of {@code total} are done of what is being done now. */
    public synchronized void show(String now, int done, int total) {
        int percent = total == 0 ? 100 : (int) (100L * done / total);
        if (!watched || percent == drawn) {
            return;
        }
        drawn = percent;
        int full = percent * CELLS / 100;
        String bar = "#".repeat(full) + ".".repeat(CELLS - full);
        err.print(String.format(Locale.ROOT, "%s%s [%s] %3d%% (%d of %d)", ERASE, now, bar, percent, done, total));
        err.flush();
    }

    /** Draws that {@code done} are done, where nobody knows of how many. */
    public synchronized void count(int done) {
        if (watched && done != drawn) {
            drawn = done;
            err.print(ERASE + what + " (" + done + ")");
            err.flush();
        }
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (drawn >= 0) {
            err.print(ERASE);
            err.flush();
            drawn = -1;
        }
    }
}
