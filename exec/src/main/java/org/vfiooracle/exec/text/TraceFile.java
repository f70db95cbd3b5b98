// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.vfiooracle.contract.format.CanonicalJson;
import org.vfiooracle.exec.trace.Happening;
import org.vfiooracle.exec.trace.RunListener;

/**
 * The trace as JSON lines for programs, which may read it while the run lasts: what has happened is in the file as soon as nothing
 * happens for a moment. A program that makes one call after the other waits for no line of it.
 */
public final class TraceFile implements RunListener, AutoCloseable {
    private final Writer file;
    private final ExecLine line = new ExecLine();
    private final Queue<Happening> pending = new ArrayDeque<>();

    /** Writes to a file that is buffered, and is closed with this. */
    public TraceFile(Writer file) {
        this.file = file;
    }

    @Override
    public void accept(Happening happening) {
        pending.add(happening);
    }

    @Override
    public void answered() {
        try {
            for (Happening next = pending.poll(); next != null; next = pending.poll()) {
                // An address is what the notes say, and has no name for a person.
                file.write(CanonicalJson.of(line.json(next)) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void idle() {
        answered();
        try {
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        idle();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
