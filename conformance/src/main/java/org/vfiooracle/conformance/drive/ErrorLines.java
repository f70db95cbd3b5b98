// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Standard error of an adapter: passed on line by line, and its end kept for the failure message. */
final class ErrorLines {
    private static final int LONGEST = 1 << 16;
    private static final int KEPT = 12;

    private final Deque<String> last = new ArrayDeque<>();
    private final Thread reader;

    ErrorLines(InputStream stream, Consumer<String> log) {
        BoundedLines lines = new BoundedLines(stream, LONGEST);
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
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            synchronized (last) {
                last.addLast(line.get());
                if (last.size() > KEPT) {
                    last.removeFirst();
                }
            }
            log.accept(line.get());
        }
    }
}
