// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that has its old content or its new one, at any moment. */
public final class AtomicFile {
    private static final String PART = ".part";

    private AtomicFile() {}

    /**
     * Replaces the content of {@code file}, whose folders are made when they are missing.
     *
     * @throws UncheckedIOException when that fails; the old content is still there
     */
    public static void write(Path file, String content) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path part = part(file);
            durable(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Where the new content stands before it replaces the old one. */
    static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + PART);
    }

    /** Tells whether a file is one that a killed process left behind. */
    public static boolean isPart(Path file) {
        return String.valueOf(file.getFileName()).endsWith(PART);
    }

    /** Writes a file such that it outlives a loss of power. */
    static void durable(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
