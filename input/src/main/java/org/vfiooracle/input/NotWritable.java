// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file or folder that was to be written cannot be. */
public final class NotWritable extends BadInput {
    private static final long serialVersionUID = 1;

    /**
     * Says why.
     *
     * @param path what was to be written, as the user named it
     * @param failure what the system says
     */
    public NotWritable(Path path, UncheckedIOException failure) {
        super(Complaint.that("cannot write, and nothing was written")
                .where(path.toString())
                .found(reason(failure.getCause() == null ? failure : failure.getCause())));
    }

    private static String reason(Throwable failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "permission denied: " + denied.getFile();
        }
        if (failure instanceof NoSuchFileException missing) {
            return "no such folder: "
                    + Path.of(missing.getFile()).toAbsolutePath().getParent();
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason() + ": " + system.getFile();
        }
        // Of a full disk the system names no file.
        return failure.getClass() == IOException.class
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
