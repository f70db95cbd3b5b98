// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that an export may replace: one that an export has made, and to which nobody has added anything. */
public final class EarlierBundle {
    private static final int BEFORE_NAME = 66;

    private EarlierBundle() {}

    /** Returns why a folder is none; nothing where it is one. */
    public static Optional<String> whyNot(Path folder) {
        try {
            Path sums = folder.resolve(BundleFolder.SUMS);
            if (!Files.isRegularFile(sums)) {
                return Optional.of("a folder without " + BundleFolder.SUMS);
            }
            Set<String> listed = listed(Files.readAllLines(sums));
            if (BundleFolder.MARKS.stream().noneMatch(listed::contains)) {
                return Optional.of("a folder whose " + BundleFolder.SUMS + " is not that of an export");
            }
            listed.add(BundleFolder.SUMS);
            return unlisted(folder, listed).map(file -> "a folder that also has " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> listed(List<String> lines) {
        Set<String> listed = new HashSet<>();
        lines.stream()
                .filter(line -> line.length() > BEFORE_NAME)
                .forEach(line -> listed.add(line.substring(BEFORE_NAME)));
        return listed;
    }

    private static Optional<String> unlisted(Path folder, Set<String> listed) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> !listed.contains(name))
                    .sorted()
                    .findFirst();
        }
    }
}
