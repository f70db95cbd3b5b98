// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.ScenarioFailed;

/**
 * The feature files of a checkout, as far as they are wanted.
 *
 * @param selected the scenarios to run, by file and line
 * @param failures what is wrong with the files before anything runs
 */
public record Library(List<ScenarioSource> selected, List<Failure> failures) {
    /** The folder of the features, relative to the checkout. */
    public static final String FOLDER = "features";

    public Library {
        selected = List.copyOf(selected);
        failures = List.copyOf(failures);
    }

    /**
     * Reads the features of a checkout; ids are compared with all of them, also those that are not wanted.
     *
     * @throws NothingSelected when nothing is wanted that is there
     */
    public static Library read(Path root, Selection selection) {
        Path folder = root.resolve(FOLDER);
        Map<String, String> wanted = texts(root, selection.within().orElse(folder));
        Map<String, String> others = new TreeMap<>(selection.within().isEmpty() ? wanted : texts(root, folder));
        wanted.values().removeIf(text -> !selection.mayBeIn(text));
        others.keySet().removeAll(wanted.keySet());
        Lint lint = new Lint(TagRegistry.of(lines(root, TagRegistry.FILE)));
        List<Failure> failures = new ArrayList<>();
        List<ScenarioSource> all = new ArrayList<>();
        List<ScenarioSource> selected = new ArrayList<>();
        wanted.forEach((label, text) -> {
            try {
                FeatureFile read = FeatureFile.read(label, text);
                Scenarios scenarios = Scenarios.of(read);
                all.addAll(scenarios.sources());
                failures.addAll(scenarios.failures());
                failures.addAll(lint.of(read));
                selected.addAll(wanted(selection, scenarios.sources()));
            } catch (ScenarioFailed noGherkin) {
                failures.addAll(noGherkin.failures());
            }
        });
        all.addAll(namedAlike(ids(all), others));
        all.sort(Comparator.comparing(source -> source.origin().place()));
        failures.addAll(Ids.duplicates(all));
        failures.addAll(Ids.retired(selected, RetiredIds.of(lines(root, RetiredIds.FILE))));
        List<Failure> concerning = concerning(selection, wanted.keySet(), selected, failures);
        if (selected.isEmpty() && concerning.isEmpty()) {
            throw NothingSelected.noScenario(selection.text());
        }
        return new Library(selected, concerning);
    }

    private static Set<String> ids(List<ScenarioSource> sources) {
        return sources.stream().map(source -> source.origin().id().scenario()).collect(Collectors.toSet());
    }

    /** The scenarios of other files that have one of these ids; only a file that mentions one is read. */
    private static List<ScenarioSource> namedAlike(Set<String> ids, Map<String, String> others) {
        List<ScenarioSource> found = new ArrayList<>();
        others.forEach((label, text) -> {
            if (ids.stream().anyMatch(id -> text.contains("@" + id))) {
                try {
                    found.addAll(Scenarios.of(FeatureFile.read(label, text)).sources());
                } catch (ScenarioFailed noGherkin) {
                    // Nobody asked for this file.
                }
            }
        });
        return found;
    }

    private static List<ScenarioSource> wanted(Selection selection, List<ScenarioSource> sources) {
        int line = selection.line().isEmpty()
                ? 0
                : sources.stream()
                        .mapToInt(ScenarioSource::line)
                        .filter(l -> l <= selection.line().getAsInt())
                        .max()
                        .orElse(-1);
        return sources.stream()
                .filter(selection::tagged)
                .filter(s -> line == 0 || s.line() == line)
                .toList();
    }

    /** What is wrong with other files, or with scenarios beside the one that is wanted, is not asked for. */
    private static List<Failure> concerning(
            Selection selection, Set<String> files, List<ScenarioSource> selected, List<Failure> failures) {
        Set<String> ids =
                selected.stream().map(s -> s.origin().id().scenario()).collect(Collectors.toUnmodifiableSet());
        boolean whole = selection.tag().isEmpty() && selection.line().isEmpty();
        return failures.stream()
                .filter(f -> f.scenario().map(ids::contains).orElse(false)
                        || f.scenario().map(id -> "@" + id).equals(selection.tag())
                                && selection.tag().isPresent()
                        || whole && files.contains(f.place().feature()))
                .toList();
    }

    /** Returns the texts of all feature files of a checkout. */
    public static Collection<String> texts(Path root) {
        return texts(root, root.resolve(FOLDER)).values();
    }

    static Map<String, String> texts(Path root, Path from) {
        Map<String, String> found = new TreeMap<>();
        for (Path file : featuresBelow(from)) {
            String name = label(root, file);
            found.put(name, StrictYaml.text(file, name));
        }
        return found;
    }

    private static Collection<Path> featuresBelow(Path from) {
        if (!Files.isDirectory(from)) {
            return Files.exists(from) ? List.of(from) : List.of();
        }
        try (Stream<Path> all = Files.walk(from)) {
            return all.filter(file -> file.toString().endsWith(".feature")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String label(Path root, Path file) {
        Path here = file.toAbsolutePath().normalize();
        Path base = root.toAbsolutePath().normalize();
        return (here.startsWith(base) ? base.relativize(here) : here).toString().replace('\\', '/');
    }

    private static List<String> lines(Path root, String file) {
        Path path = root.resolve(file);
        return Files.exists(path) ? StrictYaml.text(path, file).lines().toList() : List.of();
    }
}
