// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lspci has printed, from a file or from standard input; what is no UTF-8 is replaced. */
public final class LspciText {
    private static final int MOST_BYTES = 64 << 20;

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
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, typed);
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
                    label,
                    "at most " + (MOST_BYTES >> 20) + " MiB",
                    "more",
                    "save what lspci prints, and nothing else");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
