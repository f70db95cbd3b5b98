// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A checkout of its own for a test: the features, the corpus and the ledgers of this one. */
public final class TestCheckout {
    /** The checkout that is being tested. */
    public static final Path REAL = Path.of(System.getProperty("vfiooracle.root", ""));

    private static final List<String> COPIED = List.of(
            "features",
            "fixtures/corpus",
            "fixtures/evidence",
            "CHANGELOG.md",
            "LICENSES",
            "docs",
            "contract/src/main/resources/schema",
            "adapters/operations.json",
            "adapters/examples",
            "adapters/linux/agent",
            "adapters/linux/runner");

    private final Path root;

    private TestCheckout(Path root) {
        this.root = root;
    }

    /** Copies this checkout into a new folder. */
    public static TestCheckout in(Path folder) {
        TestCheckout checkout = new TestCheckout(folder.resolve("checkout"));
        COPIED.forEach(part -> checkout.copy(REAL.resolve(part), part));
        return checkout;
    }

    /** Its root. */
    public Path root() {
        return root;
    }

    /** Runs a command on it. */
    public Ran run(String... words) {
        return Ran.of(Stream.concat(Arrays.stream(words), Stream.of("--root", root.toString()))
                .toArray(String[]::new));
    }

    /** Returns the text of a file. */
    public String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file. */
    public void write(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the first occurrence of {@code before}, which has to be there. */
    public void edit(String path, String before, String after) {
        String text = read(path);
        int at = text.indexOf(before);
        assertThat(at).as("%s has %s", path, before).isNotNegative();
        write(path, text.substring(0, at) + after + text.substring(at + before.length()));
    }

    /** The text of every file below {@code folder} by its path from there, with /. */
    public SortedMap<String, String> files(String folder) {
        SortedMap<String, String> files = new TreeMap<>();
        Path top = root.resolve(folder);
        try (Stream<Path> found = Files.walk(top)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(top.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(files).as(folder).isNotEmpty();
        return files;
    }

    /** Removes everything below {@code folder}. */
    public void empty(String folder) {
        files(folder)
                .keySet()
                .forEach(file -> root.resolve(folder).resolve(file).toFile().delete());
    }

    /** Copies a file or a folder to {@code path}. */
    public void copy(Path from, String path) {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                Path to = root.resolve(path).resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
