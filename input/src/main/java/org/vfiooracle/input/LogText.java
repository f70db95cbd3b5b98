// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Lines of a log, from a file or from standard input; what is no UTF-8 is replaced, and lines are cut where they are absurdly long. */
public final class LogText {
    private static final SavedOutput OUTPUT = new SavedOutput(16 << 20, "give it the lines around the error");
    private static final int LONGEST_LINE = 8 << 10;

    private LogText() {}

    /**
     * Reads a file.
     *
     * @throws NoLog when it is too large
     */
    public static String of(Path file) {
        return cut(OUTPUT.of(file, file.toString()));
    }

    /**
     * Reads what somebody pipes in.
     *
     * @throws NoLog when it is too large
     */
    public static String of(InputStream in) {
        return cut(OUTPUT.of(in));
    }

    /** Returns a text with lines of a bearable length. */
    public static String cut(String text) {
        return text.lines()
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
                .collect(Collectors.joining("\n"));
    }
}
