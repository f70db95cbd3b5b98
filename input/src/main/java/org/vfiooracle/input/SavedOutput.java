// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a program has printed, saved in a file or piped in: at most so much of it, as UTF-8.
 *
 * @param mostBytes how much is read
 * @param hint what to do about more
 */
record SavedOutput(int mostBytes, String hint) {
    /**
     * Reads a file.
     *
     * @param typed what the user calls it
     * @throws NoLog when it is too large
     */
    String of(Path file, String typed) {
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
    String of(InputStream in) {
        try {
            return read(in, "standard input");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(InputStream in, String label) throws IOException {
        byte[] bytes = in.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new NoLog(label, "at most " + (mostBytes >> 20) + " MiB", "more", hint);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
