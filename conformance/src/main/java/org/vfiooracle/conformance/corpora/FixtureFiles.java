// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.corpus.store.FixtureName;

/**
 * The fixtures in one file, or below one folder. Where a folder is laid out as a corpus or a part of one, the path tells
 * which fixture a file is, and nothing is read before it is needed; elsewhere each file is read once to find out.
 *
 * @param label what the user named
 * @param files by the name of the fixture
 * @param single whether the user named one file
 */
record FixtureFiles(String label, SortedMap<FixtureName, Path> files, boolean single) {
    private static final List<String> ENDS = List.of(".yaml", ".json");
    private static final List<String> OTHERS = List.of("index", "platforms");

    FixtureFiles {
        files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * Finds the fixtures at a path.
     *
     * @throws YamlProblem when there are none, or two of one name
     */
    static FixtureFiles at(Path path) {
        String label = path.toString();
        if (Files.isRegularFile(path)) {
            SortedMap<FixtureName, Path> one = new TreeMap<>();
            one.put(nameInside(path), path);
            return new FixtureFiles(label, one, true);
        }
        if (!Files.isDirectory(path)) {
            throw new YamlProblem(label, 0, 0, "a file or folder of fixtures", "nothing of this name", "");
        }
        List<Path> found = list(path);
        SortedMap<FixtureName, Path> files = new TreeMap<>();
        boolean asCorpus = found.stream().anyMatch(file -> nameOf(file).isPresent());
        for (Path file : found) {
            Optional<FixtureName> name = asCorpus ? nameOf(file) : Optional.of(nameInside(file));
            name.ifPresent(n -> add(files, n, file));
        }
        if (files.isEmpty()) {
            throw new YamlProblem(label, 0, 0, "at least one fixture", "none", "");
        }
        return new FixtureFiles(label, files, false);
    }

    /**
     * Checks that a file holds what its path says.
     *
     * @throws YamlProblem when it does not
     */
    static Fixture checked(Fixture read, FixtureName name, Path file) {
        FixtureName inside = FixtureName.of(read);
        if (!inside.equals(name)) {
            throw new YamlProblem(file.toString(), 0, 0, "the fixture " + name, inside.toString(), "");
        }
        return read;
    }

    private static void add(SortedMap<FixtureName, Path> files, FixtureName name, Path file) {
        Path before = files.putIfAbsent(name, file);
        if (before != null && !isTwin(before, file)) {
            throw new YamlProblem(file.toString(), 0, 0, "one fixture of each name", name + " is also " + before, "");
        }
    }

    /** A JSON file beside the YAML file of the same name says the same; the YAML file was found first. */
    private static boolean isTwin(Path before, Path file) {
        return stem(before.toString()).equals(stem(file.toString()));
    }

    /** Returns the files that may be fixtures, last name first. */
    private static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(FixtureFiles::mayBeFixture)
                    .sorted((a, b) -> b.toString().compareTo(a.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static boolean mayBeFixture(Path file) {
        String name = String.valueOf(file.getFileName());
        return ENDS.stream().anyMatch(name::endsWith) && !OTHERS.contains(stem(name));
    }

    /** The name as the last three parts of the path tell it, if they do. */
    private static Optional<FixtureName> nameOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        int parts = absolute.getNameCount();
        if (parts < 3) {
            return Optional.empty();
        }
        String path = absolute.subpath(parts - 3, parts).toString().replace('\\', '/');
        return FixtureName.at(stem(path) + ENDS.get(0));
    }

    private static FixtureName nameInside(Path file) {
        String label = file.toString();
        return FixtureName.of(FixtureFile.readUnchecked(StrictYaml.text(file, label), label));
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
