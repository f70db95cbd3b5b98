// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.vfiooracle.contract.format.CanonicalJson;
import org.vfiooracle.exec.trace.Happening;

/**
 * The trace as JSON lines for programs, which may read it while the run lasts: a call is in the file before the program has its
 * answer.
 */
public final class TraceFile implements Consumer<Happening>, AutoCloseable {
    private final Writer file;
    private final ExecLine line = new ExecLine();

    /** Writes to a file that is buffered, and is closed with this. */
    public TraceFile(Writer file) {
        this.file = file;
    }

    /** Whoever reads the file after the program has gone on finds all that the program was answered. */
    @Override
    public void accept(Happening happening) {
        try {
            // An address is what the notes say, and has no name for a person.
            file.write(CanonicalJson.of(line.json(happening)) + "\n");
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
