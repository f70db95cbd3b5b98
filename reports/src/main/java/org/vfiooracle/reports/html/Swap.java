// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A file or folder that is replaced as a whole: drafted beside the old one, then renamed over it. */
final class Swap {
    private final Path target;

    Swap(Path target) {
        this.target = target;
    }

    /** Where the new one is made. */
    Path draft() {
        return beside(".new");
    }

    /** Clears away what an interrupted swap has left, and puts the old one back where it had been taken away. */
    void recover() throws IOException {
        delete(draft());
        if (Files.exists(old()) && !Files.exists(target)) {
            Files.move(old(), target, StandardCopyOption.ATOMIC_MOVE);
        }
        delete(old());
    }

    /** Puts the draft in the place of the old one. */
    void complete() throws IOException {
        if (Files.exists(target)) {
            Files.move(target, old(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(draft(), target, StandardCopyOption.ATOMIC_MOVE);
        delete(old());
    }

    /** Deletes a file or a folder with all that is in it; what is not there is deleted already. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(path)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : inside) {
            Files.delete(each);
        }
    }

    private Path old() {
        return beside(".old");
    }

    private Path beside(String suffix) {
        return target.resolveSibling(target.getFileName() + suffix);
    }
}
