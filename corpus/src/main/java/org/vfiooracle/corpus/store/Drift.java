// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureText;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;

/**
 * How a committed corpus differs from what was recorded anew.
 *
 * @param compared number of files that were compared byte for byte
 * @param missing paths of recorded fixtures that have no file
 * @param superfluous paths of files that nothing recorded
 * @param differing fixtures whose file has other bytes
 * @param index what is wrong with the index; empty when nothing is
 */
public record Drift(
        int compared, List<String> missing, List<String> superfluous, List<FixtureChange> differing, String index) {
    private static final String STALE = "does not list the fixtures as they are; ./oracle record rewrites it";

    public Drift {
        missing = List.copyOf(missing);
        superfluous = List.copyOf(superfluous);
        differing = List.copyOf(differing);
    }

    /** Compares everything. */
    static Drift of(Corpus corpus, Collection<Fixture> fixtures) {
        return of(corpus, fixtures, name -> true);
    }

    /**
     * Compares what a recording is responsible for.
     *
     * @param responsible as for {@link CorpusWrite#plan}; what it is not responsible for is not compared
     */
    public static Drift of(Corpus corpus, Collection<Fixture> fixtures, Predicate<FixtureName> responsible) {
        SortedMap<FixtureName, Fixture> recorded = CorpusWrite.byName(fixtures);
        List<String> missing = new ArrayList<>();
        List<String> superfluous = new ArrayList<>();
        List<FixtureChange> differing = new ArrayList<>();
        Set<String> files = new TreeSet<>(corpus.files());
        files.remove(Corpus.INDEX);
        files.remove(Corpus.PLATFORMS);
        for (String file : files) {
            boolean stray = FixtureName.at(file)
                    .map(name -> responsible.test(name) && !recorded.containsKey(name))
                    .orElse(true);
            if (stray) {
                superfluous.add(Corpus.label(file));
            }
        }
        List<IndexEntry> entries = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<FixtureName, Fixture> entry : recorded.entrySet()) {
            FixtureText written = FixtureText.of(entry.getValue());
            entries.add(IndexEntry.of(entry.getValue(), written.hash()));
            String path = Corpus.label(entry.getKey().path());
            if (!files.contains(entry.getKey().path())) {
                missing.add(path);
                continue;
            }
            compared++;
            compare(corpus, path, written.text()).forEach(differing::add);
        }
        return new Drift(compared, missing, superfluous, differing, index(corpus, entries));
    }

    /** Whether the corpus is as recorded. */
    public boolean isEmpty() {
        return missing.isEmpty() && superfluous.isEmpty() && differing.isEmpty() && index.isEmpty();
    }

    /** The fixtures that are missing or have another content than they should. */
    public Set<FixtureName> altered() {
        Stream<String> paths =
                Stream.concat(missing.stream(), differing.stream().map(FixtureChange::path));
        return paths.map(path -> FixtureName.at(path.substring(Corpus.FOLDER.length() + 1)))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The findings for the user, equal differences told once; lines that end in LF, none when there is no drift. */
    public String text() {
        StringBuilder text = new StringBuilder();
        missing.forEach(path -> line(text, path + ": is missing"));
        superfluous.forEach(path -> line(text, path + ": nothing records it any more"));
        for (List<FixtureChange> same : grouped()) {
            line(text, same.get(0).path() + ": differs from what the model says");
            same.stream().skip(1).forEach(other -> line(text, "  the same in " + other.path()));
            same.stream()
                    .filter(change -> !change.remark().isEmpty())
                    .forEach(change -> line(text, "  " + change.path() + ": " + change.remark()));
            same.get(0).diff().forEach(row -> line(text, "  " + row));
        }
        if (!index.isEmpty()) {
            line(text, Corpus.label(Corpus.INDEX) + ": " + index);
        }
        return text.toString();
    }

    private Collection<List<FixtureChange>> grouped() {
        Map<List<String>, List<FixtureChange>> groups = new LinkedHashMap<>();
        differing.forEach(change ->
                groups.computeIfAbsent(change.diff(), diff -> new ArrayList<>()).add(change));
        return groups.values();
    }

    private static List<FixtureChange> compare(Corpus corpus, String path, String recorded) {
        String committed = StrictYaml.text(corpus.root().resolve(path), path);
        return committed.equals(recorded) ? List.of() : List.of(FixtureChange.of(path, committed, recorded));
    }

    private static String index(Corpus corpus, List<IndexEntry> recorded) {
        try {
            CorpusIndex index = corpus.index();
            boolean same = recorded.stream()
                    .allMatch(
                            entry -> index.find(entry.name()).map(entry::equals).orElse(false));
            boolean whole = index.entries().keySet().equals(new TreeSet<>(corpus.names()));
            String committed =
                    StrictYaml.text(corpus.root().resolve(Corpus.label(Corpus.INDEX)), Corpus.label(Corpus.INDEX));
            return same && whole && index.text().equals(committed) ? "" : STALE;
        } catch (YamlProblem e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
