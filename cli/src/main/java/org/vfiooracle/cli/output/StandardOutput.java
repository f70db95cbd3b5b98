// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output, and whether it took everything: a {@code PrintWriter} goes on as if it had. */
public final class StandardOutput extends FilterOutputStream {
    /** What Linux says when the reader of a pipe has gone, as {@code head} does: it has seen what it wanted. */
    private static final String NO_READER = "Broken pipe";

    private @Nullable IOException failure;

    /** Writes to {@code stream}. */
    public StandardOutput(OutputStream stream) {
        super(stream);
    }

    /** Returns the first failure, if there was one. */
    public Optional<IOException> failure() {
        IOException first = failure;
        return first == null || NO_READER.equals(first.getMessage()) ? Optional.empty() : Optional.of(first);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
