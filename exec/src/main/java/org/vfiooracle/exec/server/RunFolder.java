// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary folder of a run: its socket, and the files that its program is shown. */
public final class RunFolder implements AutoCloseable {
    private static final String PREFIX = "vfio-oracle-";

    private final Path path;
    private boolean opened;

    private RunFolder(Path path) {
        this.path = path;
    }

    /** Makes the folder of a run below {@code parent}, and removes those of runs that have died without doing so. */
    public static RunFolder in(Path parent) {
        try {
            sweep(parent);
            long self = ProcessHandle.current().pid();
            Path made = Files.createTempDirectory(parent, PREFIX + self + "-");
            // A program may become another user: it knows the name, which nobody else can list or guess.
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx--x--x"));
            return new RunFolder(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The socket in it. */
    public Path socket() {
        return path.resolve("socket");
    }

    /** Notes, before a first descriptor is given out, that processes can inherit some from now on. */
    void noteOpened() {
        if (opened) {
            return;
        }
        try {
            Files.createFile(path.resolve("opened"));
            opened = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One at a time: two that remove would each find something missing, and both give up. */
    @Override
    public synchronized void close() {
        remove(path);
    }

    private static void sweep(Path parent) throws IOException {
        try (Stream<Path> found = Files.list(parent)) {
            for (Path one : found.filter(RunFolder::isLeft).toList()) {
                remove(one);
            }
        }
    }

    /** Whether the oracle that made it is gone. A number that another process has by now only means waiting longer. */
    private static boolean isLeft(Path folder) {
        String[] parts = String.valueOf(folder.getFileName()).split("-");
        return String.valueOf(folder.getFileName()).matches(PREFIX + "[0-9]+-[0-9]+")
                && ProcessHandle.of(Long.parseLong(parts[2])).isEmpty();
    }

    private static void remove(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.deleteIfExists(one);
            }
        } catch (IOException | UncheckedIOException theGuardWasFaster) {
            // Whoever comes first removes it.
        }
    }
}
