// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.codec.PlainLine;

/**
 * The end of an adapter that has answered everything. What it still prints changes no verdict, and is told in a few words.
 *
 * @param child its process
 * @param patience how long it may take to end, whatever it prints meanwhile
 */
record Farewell(ChildProcess child, Duration patience) {
    private static final int SHOWN = 3;

    /** Waits for the end; returns what was not right about it. */
    List<String> notes() {
        long end = System.nanoTime() + patience.toNanos();
        List<String> notes = new ArrayList<>();
        int lines = 0;
        Heard heard = child.hear(patience);
        while (heard instanceof Heard.Line line && lines < Volume.LINES_AFTER_STOP) {
            lines++;
            if (lines <= SHOWN) {
                notes.add("unexpected output after the adapter's last answer: " + PlainLine.shown(line.text()));
            }
            heard = child.hear(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        if (lines > SHOWN) {
            notes.add(lines - SHOWN + " more lines after the adapter's last answer");
        }
        notes.addAll(last(heard));
        return notes;
    }

    private List<String> last(Heard heard) {
        if (heard instanceof Heard.Silence) {
            return List.of("the adapter did not exit within " + patience.toSeconds() + " s after stop, and was ended");
        }
        if (heard instanceof Heard.Line) {
            return List.of("the adapter printed more than " + Volume.LINES_AFTER_STOP
                    + " lines after its last answer, and was ended");
        }
        if (heard instanceof Heard.TooLong) {
            return List.of("after its last answer the adapter printed " + Volume.longMessage() + ", and was ended");
        }
        return heard instanceof Heard.Ended ended && ended.exitCode() != 0
                ? List.of("the adapter answered everything, but exited with " + ended.text())
                : List.of();
    }
}
