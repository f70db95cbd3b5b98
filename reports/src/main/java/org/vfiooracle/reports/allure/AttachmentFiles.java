// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Attachments as files, named by their content: what two scenarios share is kept once. */
final class AttachmentFiles implements AttachmentSink {
    private static final int DIGITS = 32;

    private final Path folder;

    AttachmentFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Attachment text(String name, Kind kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String source = digest(bytes).substring(0, DIGITS) + "-attachment" + kind.suffix();
        write(folder.resolve(source), bytes);
        return new Attachment().setName(name).setType(kind.type()).setSource(source);
    }

    private static void write(Path file, byte[] bytes) {
        if (Files.exists(file)) {
            return;
        }
        try {
            // Not a temporary file of Java's, which only its owner may read.
            Path draft = file.resolveSibling(
                    file.getFileName() + "." + Thread.currentThread().getId() + ".tmp");
            Files.write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
