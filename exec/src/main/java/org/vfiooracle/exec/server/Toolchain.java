// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The library that programs are run with and its guard, made from their sources by the C compiler of the host. They are kept
 * by the hash of the sources, so that they are made once.
 */
public final class Toolchain {
    private static final List<String> FLAGS =
            List.of("-std=gnu11", "-O2", "-Wall", "-Wextra", "-U_FORTIFY_SOURCE", "-fvisibility=hidden");

    // One segment less to map, in each program that starts.
    private static final List<String> SHARED = List.of("-shared", "-fPIC", "-Wl,-z,noseparate-code");

    private final Path sources;
    private final Path cache;
    private final String compiler;

    /**
     * Prepares to make.
     *
     * @param sources the folder {@code preload} of a checkout
     * @param cache where what was made is kept
     * @param compiler the C compiler, {@code cc}
     */
    public Toolchain(Path sources, Path cache, String compiler) {
        this.sources = sources;
        this.cache = cache;
        this.compiler = compiler;
    }

    /**
     * What was made.
     *
     * @param library the library
     * @param guard the guard
     */
    public record Made(Path library, Path guard) {}

    /**
     * Makes the library and the guard, unless they are there.
     *
     * @throws NoCompiler when there is no compiler, or it fails
     */
    public Made make() {
        try {
            List<Path> library = files(sources);
            List<Path> guard = files(sources.resolve("guard"));
            Path folder = cache.resolve(hash(library, guard));
            Made made = new Made(folder.resolve("libvfio-oracle.so"), folder.resolve("vfio-oracle-guard"));
            Files.createDirectories(folder);
            if (!Files.exists(made.library())) {
                compile(made.library(), library, SHARED, List.of("-ldl", "-lpthread"));
            }
            if (!Files.exists(made.guard())) {
                compile(made.guard(), guard, List.of(), List.of());
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path to, List<Path> from, List<String> flags, List<String> libraries) throws IOException {
        Path whole = Files.createTempFile(to.getParent(), "making", "");
        List<String> command = new ArrayList<>(List.of(compiler));
        command.addAll(FLAGS);
        command.addAll(flags);
        command.addAll(List.of("-o", whole.toString()));
        from.stream()
                .filter(file -> file.toString().endsWith(".c"))
                .map(Path::toString)
                .forEach(command::add);
        command.addAll(libraries);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException none) {
            Files.delete(whole);
            throw NoCompiler.missing(compiler);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                Files.delete(whole);
                throw NoCompiler.failed(String.join(" ", command), said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while compiling", e);
        }
        // A program may become another user before it opens a file.
        Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(whole, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A sum tells one's own changes apart as well as a digest does, which takes longer than all else of a start. */
    private String hash(List<Path> library, List<Path> guard) throws IOException {
        CRC32 sum = new CRC32();
        long bytes = 0;
        sum.update((compiler + FLAGS + SHARED).getBytes(StandardCharsets.UTF_8));
        for (Path file : Stream.concat(library.stream(), guard.stream()).toList()) {
            byte[] content = Files.readAllBytes(file);
            sum.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
            sum.update(content);
            bytes += content.length;
        }
        return HexFormat.of().toHexDigits(sum.getValue(), 8) + HexFormat.of().toHexDigits(bytes, 8);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files = found.filter(file -> file.toString().matches(".*\\.[ch]"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException("no C sources are in " + folder);
            }
            return files;
        }
    }
}
