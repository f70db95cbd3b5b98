// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Checks the name of a picture before anything is computed or run for it. */
public final class PictureFile {
    private static final String OPTION = "--picture";

    private PictureFile() {}

    /**
     * Returns a file to write a picture to.
     *
     * @throws PictureRefused when it is not called an SVG, or its folder is not there
     */
    public static Path of(Path typed) {
        Path file = typed.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (!typed.toString().toLowerCase(Locale.ROOT).endsWith(".svg") || Files.isDirectory(file)) {
            throw new PictureRefused(Complaint.that("pictures are written as SVG only")
                    .where(OPTION)
                    .found(typed.toString())
                    .expected("a file name that ends in .svg"));
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new PictureRefused(Complaint.that("the folder for the picture does not exist")
                    .where(OPTION)
                    .found(String.valueOf(folder))
                    .expected("an existing folder")
                    .hint("mkdir -p " + folder));
        }
        return typed;
    }
}
