// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.platforms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vfiooracle.contract.platforms.PlatformPattern;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.Place;

/**
 * The sets of platforms that tables can name. A line of the file is {@code NAME: SELECTOR; SELECTOR # MEANING}; a line that begins
 * with # is a comment.
 *
 * @param byName the sets, in the order of the file
 * @param failures what is wrong with the file
 */
public record PlatformSets(Map<String, NamedSet> byName, List<Failure> failures) {
    /** The file, relative to the checkout. */
    public static final String FILE = "features/platforms";

    /** No sets. */
    public static final PlatformSets NONE = new PlatformSets(Map.of(), List.of());

    private static final List<String> GENERATIONS = Platforms.load().generations();

    private static final Pattern FORM = Pattern.compile("(?<name>[^:#,*]+):(?<selectors>[^#]+)#(?<meaning>.+)");

    public PlatformSets {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        failures = List.copyOf(failures);
    }

    /** Reads the file of a checkout; without the file there are no sets. */
    public static PlatformSets in(Path root) {
        Path file = root.resolve(FILE);
        try {
            return of(Files.exists(file) ? Files.readAllLines(file) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the lines of the file. */
    static PlatformSets of(List<String> lines) {
        Map<String, NamedSet> sets = new LinkedHashMap<>();
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                read(line, i + 1, sets, failures);
            }
        }
        return new PlatformSets(sets, failures);
    }

    private static void read(String line, int number, Map<String, NamedSet> sets, List<Failure> failures) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            failures.add(wrong(number, 1, "expected \"NAME: SELECTOR; SELECTOR # MEANING\", found \"" + line + "\""));
            return;
        }
        String name = form.group("name").strip();
        NamedSet first = sets.get(name);
        if (first != null) {
            failures.add(wrong(number, 1, "the set \"" + name + "\" is already defined in line " + first.line()));
            return;
        }
        try {
            List<PlatformPattern> selectors = Arrays.stream(
                            form.group("selectors").strip().split(";", -1))
                    .map(PlatformPattern::parse)
                    .toList();
            sets.put(name, new NamedSet(name, selectors, form.group("meaning").strip(), number));
        } catch (IllegalArgumentException e) {
            failures.add(wrong(number, form.start("selectors") + 2, String.valueOf(e.getMessage())));
        }
    }

    private static Failure wrong(int line, int column, String message) {
        return Failure.at(new Place(FILE, line, column), Optional.empty(), message, "");
    }

    /**
     * Returns the platforms that a cell names: {@code *}, a selector, or sets and generations separated by commas.
     *
     * @throws UnknownPlatforms when it is none of these
     */
    public Predicate<PlatformId> select(String cell) {
        List<String> terms =
                Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
        if (terms.stream().noneMatch(byName::containsKey)) {
            return selector(cell, cell);
        }
        List<Predicate<PlatformId>> parts =
                terms.stream().map(term -> part(term, cell)).toList();
        return platform -> parts.stream().anyMatch(part -> part.test(platform));
    }

    private Predicate<PlatformId> part(String term, String cell) {
        NamedSet set = byName.get(term);
        return set != null ? set::contains : selector(term, cell);
    }

    private Predicate<PlatformId> selector(String term, String cell) {
        List<String> names = new ArrayList<>(byName.keySet());
        names.addAll(GENERATIONS);
        PlatformPattern pattern;
        try {
            pattern = PlatformPattern.parse(term);
        } catch (IllegalArgumentException e) {
            throw new UnknownPlatforms(cell, term, names);
        }
        for (String generation : pattern.generations()) {
            if (!GENERATIONS.contains(generation)) {
                throw new UnknownPlatforms(cell, generation, names);
            }
        }
        return pattern::matches;
    }

    /** Returns what is wrong with the file as a whole: a set that no cell names, or that has no platform of the corpus. */
    public List<Failure> unused(Collection<String> cells, List<PlatformId> corpus) {
        Set<String> named = Set.copyOf(cells.stream()
                .flatMap(cell -> Stream.of(cell.split(",", -1)))
                .map(String::strip)
                .toList());
        List<Failure> failures = new ArrayList<>();
        for (NamedSet set : byName.values()) {
            if (corpus.stream().noneMatch(set::contains)) {
                failures.add(wrong(set.line(), 1, "the set \"" + set.name() + "\" has no platform of the corpus"));
            } else if (!named.contains(set.name())) {
                failures.add(wrong(set.line(), 1, "no table names the set \"" + set.name() + "\""));
            }
        }
        return failures;
    }
}
