// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.Messages;

/**
 * What an adapter answers, written into a file as it comes: its start message, then one line for each case, those included
 * that broke it. A file that a run leaves half-done has the answers up to there.
 */
public final class KeptAnswers implements RunProgress, AutoCloseable {
    private final Path file;
    private final Writer writer;
    private boolean started;

    private KeptAnswers(Path file, Writer writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Begins a file, in place of one that is there.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static KeptAnswers in(Path file) {
        try {
            return new KeptAnswers(file, Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void started(Announcement announcement, Expected expected, int cases) {
        started = true;
        line(Messages.of(announcement));
    }

    @Override
    public void ended(CaseResult result, int done, int cases) {
        Messages.of(result.observation()).ifPresent(this::line);
    }

    /** Ends the file; an adapter that never started leaves none. */
    @Override
    public void close() {
        try {
            writer.close();
            if (!started) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String text) {
        try {
            writer.write(text + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
