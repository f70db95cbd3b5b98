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
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.format.CaseText;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.corpus.store.FixtureName;

/**
 * The fixtures in one file, or below one folder: flat fixtures, case files, or both. Where a folder is laid out as a bundle or a
 * part of one, the path tells which fixture a file is, and nothing is read before it is needed; any other file is read once to
 * find out.
 *
 * @param label what the user named
 * @param files by the name of the fixture
 * @param single whether the user named one file
 */
record FixtureFiles(String label, SortedMap<FixtureName, FixtureSource> files, boolean single) {
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
        SortedMap<FixtureName, FixtureSource> files = new TreeMap<>();
        if (Files.isRegularFile(path)) {
            inside(path).forEach(source -> add(files, source));
            return new FixtureFiles(label, files, true);
        }
        if (!Files.isDirectory(path)) {
            throw new YamlProblem(label, 0, 0, "a file or folder of fixtures", "no such file or folder", "");
        }
        List<Path> found = list(path);
        boolean asBundle = found.stream().anyMatch(file -> nameOf(file).isPresent());
        for (Path file : found) {
            List<FixtureSource> sources = asBundle
                    ? nameOf(file).map(name -> FixtureSource.flat(name, file)).stream()
                            .toList()
                    : inside(file);
            sources.forEach(source -> add(files, source));
        }
        if (files.isEmpty()) {
            throw new YamlProblem(label, 0, 0, "at least one fixture", "none", "");
        }
        return new FixtureFiles(label, files, false);
    }

    private static void add(SortedMap<FixtureName, FixtureSource> files, FixtureSource source) {
        FixtureSource before = files.putIfAbsent(source.name(), source);
        if (before == null) {
            return;
        }
        if (isTwin(before.file(), source.file())) {
            files.put(source.name(), before.with(source.file()));
        } else {
            throw new YamlProblem(
                    source.file().toString(),
                    0,
                    0,
                    "one fixture of each name",
                    source.name() + " is also " + before.file(),
                    "");
        }
    }

    /** A JSON file beside the YAML file of the same name is to say the same; the YAML file was found first. */
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

    private static List<FixtureSource> inside(Path file) {
        String label = file.toString();
        String text = StrictYaml.text(file, label);
        if (CaseText.looksLike(text)) {
            CaseText cases = CaseText.of(text, label);
            CaseId id = cases.id();
            return cases.platforms().stream()
                    .map(platform -> FixtureSource.inCase(new FixtureName(platform, id), file))
                    .toList();
        }
        FixtureName name = FixtureName.of(FixtureFile.readUnchecked(text, label));
        return List.of(FixtureSource.flat(name, file));
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
