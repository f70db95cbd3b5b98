// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vfiooracle.contract.codec.PlainLine;

/** Standard error of an adapter: passed on line by line up to a limit, and its end kept for the failure message. */
final class ErrorLines {
    private static final int KEPT = 12;

    private final Deque<String> last = new ArrayDeque<>();
    private final Thread reader;

    ErrorLines(InputStream stream, Consumer<String> log) {
        BoundedLines lines = new BoundedLines(stream, Volume.LOG_LINE);
        reader = new Thread(() -> pass(lines, log), "adapter-stderr");
        reader.setDaemon(true);
        reader.start();
    }

    /** Returns the last lines, after having waited a moment for what is still on its way. */
    List<String> last() {
        try {
            reader.join(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    private void pass(BoundedLines lines, Consumer<String> log) {
        long passed = 0;
        for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = PlainLine.of(line.get().text());
            keep(text);
            boolean before = passed <= Volume.LOG;
            passed += text.length() + 1;
            if (passed <= Volume.LOG) {
                log.accept(text);
            } else if (before) {
                log.accept(Volume.longLog());
            }
        }
    }

    private void keep(String text) {
        synchronized (last) {
            last.addLast(text);
            if (last.size() > KEPT) {
                last.removeFirst();
            }
        }
    }
}
