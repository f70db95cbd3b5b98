// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Lines of a log, from a file or from standard input; what is no UTF-8 is replaced, and lines are cut where they are absurdly long. */
public final class LogText {
    private static final int MOST_BYTES = 16 << 20;
    private static final int LONGEST_LINE = 8 << 10;

    private LogText() {}

    /**
     * Reads a file.
     *
     * @throws NoLog when it is too large
     */
    public static String of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what somebody pipes in.
     *
     * @throws NoLog when it is too large
     */
    public static String of(InputStream in) {
        try {
            return read(in, "standard input");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(InputStream in, String label) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new NoLog(
                    label, "at most " + (MOST_BYTES >> 20) + " MiB", "more", "give it the lines around the error");
        }
        return cut(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Returns a text with lines of a bearable length. */
    public static String cut(String text) {
        return text.lines()
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
                .collect(Collectors.joining("\n"));
    }
}
