// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** What files are told apart by: size and CRC-32, which is enough against accidents. */
final class Mark {
    private static final String NONE = "-";

    private Mark() {}

    /** Returns the mark of a file, of all files in a folder, or that there is nothing. */
    static String of(Path path) {
        CRC32 sum = new CRC32();
        long size = 0;
        try {
            for (Path file : files(path)) {
                byte[] bytes = Files.readAllBytes(file);
                sum.update(bytes);
                size += bytes.length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return size == 0 ? NONE : size + "-" + Long.toHexString(sum.getValue());
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
