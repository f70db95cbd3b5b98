// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of UTF-8 out of a stream that may hold anything: a line that never ends is cut, and memory stays bounded. */
final class BoundedLines {
    private final InputStream stream;
    private final int longest;

    /** Reads lines of at most {@code longest} bytes; a longer one comes in pieces. */
    BoundedLines(InputStream stream, int longest) {
        this.stream = new BufferedInputStream(stream, 1 << 16);
        this.longest = longest;
    }

    /** Returns the next line without its end; empty at the end of the stream, also when it was closed meanwhile. */
    Optional<String> next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int read = read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n' && line.size() < longest) {
            line.write(read);
            read = read();
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    private int read() {
        try {
            return stream.read();
        } catch (IOException closed) {
            return -1;
        }
    }
}
