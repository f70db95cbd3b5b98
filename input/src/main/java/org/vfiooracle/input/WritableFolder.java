// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is written at the end of a run of minutes, and so is looked at before it begins. */
public final class WritableFolder {
    private WritableFolder() {}

    /**
     * Makes sure that files can be written into {@code folder}, or that it can be made.
     *
     * @param typed as the user named it
     * @throws NotWritable when it cannot
     */
    public static void require(Path typed, Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            String reason = Files.isDirectory(there) ? "permission denied" : "not a folder";
            throw new NotWritable(
                    typed, new UncheckedIOException(new FileSystemException(there.toString(), null, reason)));
        }
    }
}
