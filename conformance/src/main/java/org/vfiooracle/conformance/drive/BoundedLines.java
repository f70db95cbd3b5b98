// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of UTF-8 out of a stream that may hold anything: a line that never ends is cut, and memory stays bounded. */
final class BoundedLines {
    private final InputStream stream;
    private final int longest;
    private final byte[] read = new byte[1 << 16];
    private int next;
    private int end;

    /**
     * A line without its end.
     *
     * @param text the line, or what was kept of it
     * @param whole whether that is all of it; the rest of one that is too long is read as the next line
     */
    record Line(String text, boolean whole) {}

    /** Reads lines of at most {@code longest} bytes. */
    BoundedLines(InputStream stream, int longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /** Returns the next line; empty at the end of the stream, also when it was closed meanwhile. */
    Optional<Line> next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean some = false;
        while (next < end || fill()) {
            some = true;
            int stop = lineEnd(Math.min(end, next + longest - line.size()));
            line.write(read, next, stop - next);
            next = stop;
            if (next < end && read[next] == '\n') {
                next++;
                return Optional.of(new Line(line.toString(StandardCharsets.UTF_8), true));
            }
            if (line.size() == longest) {
                return Optional.of(new Line(line.toString(StandardCharsets.UTF_8), false));
            }
        }
        return some ? Optional.of(new Line(line.toString(StandardCharsets.UTF_8), true)) : Optional.empty();
    }

    private int lineEnd(int limit) {
        int at = next;
        while (at < limit && read[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean fill() {
        try {
            next = 0;
            end = Math.max(0, stream.read(read, 0, read.length));
            return end > 0;
        } catch (IOException closed) {
            end = 0;
            return false;
        }
    }
}
