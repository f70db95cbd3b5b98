// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The kept runs that a user chose. */
public final class KeptRunChoice {
    /** Where runs are looked for when the user names none, below the root of a checkout. */
    public static final String FOLDER = "reports/runs";

    private static final String ENDING = ".jsonl";

    private KeptRunChoice() {}

    /**
     * Returns the files of these files and folders, or those of {@link #FOLDER} when there are none.
     *
     * @throws NoKeptRun when one of these is no kept run, and no folder that holds one
     */
    public static List<Path> of(Checkout checkout, List<Path> typed) {
        if (typed.isEmpty()) {
            Path folder = checkout.root().resolve(FOLDER);
            return Files.isDirectory(folder) ? in(folder) : List.of();
        }
        List<Path> files = new ArrayList<>();
        typed.forEach(path -> files.addAll(named(path)));
        return files;
    }

    private static List<Path> named(Path path) {
        if (!Files.exists(path)) {
            throw NoKeptRun.missing(path);
        }
        if (!Files.isDirectory(path)) {
            if (!path.toString().endsWith(ENDING)) {
                throw NoKeptRun.otherFile(path);
            }
            return List.of(path);
        }
        List<Path> files = in(path);
        if (files.isEmpty()) {
            throw NoKeptRun.emptyFolder(path);
        }
        return files;
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
