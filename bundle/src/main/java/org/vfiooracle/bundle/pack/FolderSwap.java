// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a folder is to be. The new one is made beside it, and the old one is put beside it before the new one comes; both
 * names bear the number of the process, so that the next one can tell what a killed process has left.
 *
 * @param target the absolute path
 */
record FolderSwap(Path target) {
    private static final String NEW = "new";
    private static final String OLD = "old";

    static FolderSwap of(Path target) throws IOException {
        return new FolderSwap(
                Files.exists(target)
                        ? target.toRealPath()
                        : target.toAbsolutePath().normalize());
    }

    /** Where the new folder is made. */
    Path draft() {
        return beside(NEW);
    }

    /** Clears away what killed processes have left, puts back what they had taken away, and makes the draft. */
    void prepare() throws IOException {
        Files.createDirectories(target.getParent());
        Pattern left = Pattern.compile(Pattern.quote("." + target.getFileName()) + "\\.([0-9]{1,18})\\.(new|old)");
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(target.getParent())) {
            for (Path sibling : siblings) {
                Matcher name = left.matcher(String.valueOf(sibling.getFileName()));
                if (name.matches() && isDead(Long.parseLong(name.group(1)))) {
                    clear(sibling, name.group(2));
                }
            }
        }
        delete(draft());
        Files.createDirectory(draft());
    }

    /** Puts the draft in its place. */
    void take() throws IOException {
        Path old = beside(OLD);
        boolean replaces = Files.exists(target);
        if (replaces) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(draft(), target, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    private void clear(Path sibling, String kind) throws IOException {
        if (kind.equals(OLD) && !Files.exists(target)) {
            Files.move(sibling, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            delete(sibling);
        }
    }

    /** All that is at or below a path, folders after what is in them. */
    static List<Path> inside(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** Deletes a folder with all that is in it; what is not there is deleted already. */
    static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            for (Path each : inside(path)) {
                Files.delete(each);
            }
        }
    }

    private static boolean isDead(long process) {
        return ProcessHandle.of(process).isEmpty();
    }

    private Path beside(String kind) {
        return target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + "." + kind);
    }
}
