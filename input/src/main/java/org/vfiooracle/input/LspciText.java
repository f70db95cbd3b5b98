// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lspci has printed, from a file or from standard input; what is no UTF-8 is replaced. */
public final class LspciText {
    private static final SavedOutput OUTPUT = new SavedOutput(64 << 20, "save what lspci prints, and nothing else");

    private LspciText() {}

    /**
     * Reads a file.
     *
     * @param typed what the user calls it
     * @throws NoLog when it is a folder, or too large
     */
    public static String of(Path file, String typed) {
        if (Files.isDirectory(file)) {
            throw new NoLog(typed, "a file with what lspci prints", "a folder", "--from-sysfs reads a folder");
        }
        return OUTPUT.of(file, typed);
    }

    /**
     * Reads what somebody pipes in.
     *
     * @throws NoLog when it is too large
     */
    public static String of(InputStream in) {
        return OUTPUT.of(in);
    }
}
