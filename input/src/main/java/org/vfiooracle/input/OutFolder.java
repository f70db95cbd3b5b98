// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A folder that a command is to make, and the places in which it would do harm.
 *
 * @param path as the user named it
 * @param needed folders that must stay where they are
 */
public record OutFolder(Path path, List<Path> needed) {
    public OutFolder {
        needed = List.copyOf(needed);
    }

    /** Returns the folder; the checkout, the working folder and the home of the user must stay. */
    public static OutFolder at(Path path, Checkout checkout) {
        return new OutFolder(
                path, List.of(checkout.root(), Path.of("").toAbsolutePath(), Path.of(System.getProperty("user.home"))));
    }

    /**
     * Makes sure that the folder can be made.
     *
     * @param force whether what is there may go
     * @throws OutFolderRefused when it cannot, or should not
     */
    public void check(boolean force) {
        check(
                force,
                folder -> folder.startsWith(real(needed.get(0)))
                        ? Optional.of("a folder in the checkout")
                        : Optional.empty());
    }

    /**
     * Makes sure that the folder can be made.
     *
     * @param force whether what is there may go
     * @param whyStays returns what keeps a folder from being replaced even then, if anything does
     * @throws OutFolderRefused when it cannot, or should not
     */
    public void check(boolean force, Function<Path, Optional<String>> whyStays) {
        if (Files.isSymbolicLink(path)) {
            throw OutFolderRefused.link(path);
        }
        Path real = real(path);
        if (Files.exists(real) && !Files.isDirectory(real)) {
            throw OutFolderRefused.file(path);
        }
        if (needed.stream().anyMatch(folder -> real(folder).startsWith(real))) {
            throw OutFolderRefused.needed(path);
        }
        if (isEmpty(real)) {
            return;
        }
        if (!force) {
            throw OutFolderRefused.notEmpty(path);
        }
        whyStays.apply(real).ifPresent(reason -> {
            throw OutFolderRefused.stays(path, reason);
        });
    }

    private static boolean isEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }
}
