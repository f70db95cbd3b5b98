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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.CaseFile;
import org.vfiooracle.contract.format.FixtureHash;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * How a committed corpus differs from what was recorded anew.
 *
 * @param compared number of fixtures in the case files that were compared byte for byte
 * @param missing paths of recorded cases that have no file
 * @param superfluous paths of files that nothing recorded
 * @param differing cases whose file has other bytes
 * @param altered the fixtures that are missing, or that a machine could tell from what was recorded
 */
public record Drift(
        int compared,
        List<String> missing,
        List<String> superfluous,
        List<CaseChange> differing,
        SortedSet<FixtureName> altered) {
    public Drift {
        missing = List.copyOf(missing);
        superfluous = List.copyOf(superfluous);
        differing = List.copyOf(differing);
        altered = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(altered));
    }

    /** Compares everything. */
    static Drift of(Corpus corpus, Collection<Fixture> fixtures) {
        return of(corpus, fixtures, id -> true);
    }

    /**
     * Compares what a recording is responsible for.
     *
     * @param responsible as for {@link CorpusWrite#plan}; what it is not responsible for is not compared
     */
    public static Drift of(Corpus corpus, Collection<Fixture> fixtures, Predicate<CaseId> responsible) {
        SortedMap<CaseId, AnsweredCase> recorded = CorpusWrite.byCase(fixtures);
        List<String> missing = new ArrayList<>();
        List<CaseChange> differing = new ArrayList<>();
        SortedSet<FixtureName> altered = new TreeSet<>();
        Set<String> files = new TreeSet<>(corpus.files());
        int compared = 0;
        for (AnsweredCase answered : recorded.values()) {
            CaseId id = answered.performed().id();
            String path = Corpus.label(CasePath.of(id));
            if (!files.contains(CasePath.of(id))) {
                missing.add(path);
                answered.fixtures().keySet().forEach(platform -> altered.add(new FixtureName(platform, id)));
                continue;
            }
            compared += answered.fixtures().size();
            String committed = StrictYaml.text(corpus.path(id), path);
            String written = CaseFile.write(answered);
            if (!committed.equals(written)) {
                differing.add(CaseChange.of(path, committed, written));
                altered.addAll(altered(corpus, answered));
            }
        }
        return new Drift(compared, missing, superfluous(files, recorded.keySet(), responsible), differing, altered);
    }

    private static List<String> superfluous(Set<String> files, Set<CaseId> recorded, Predicate<CaseId> responsible) {
        List<String> superfluous = new ArrayList<>();
        for (String file : files) {
            boolean known = file.equals(Corpus.PLATFORMS) || file.equals(Corpus.VERSION);
            boolean stray = CasePath.at(file)
                    .map(id -> responsible.test(id) && !recorded.contains(id))
                    .orElse(!known);
            if (stray) {
                superfluous.add(Corpus.label(file));
            }
        }
        return superfluous;
    }

    private static Set<FixtureName> altered(Corpus corpus, AnsweredCase recorded) {
        CaseId id = recorded.performed().id();
        SortedMap<PlatformId, Optional<Fixture>> committed = Committed.fixtures(corpus, id);
        Set<FixtureName> altered = new TreeSet<>();
        recorded.fixtures().forEach((platform, fixture) -> {
            boolean same = committed
                    .getOrDefault(platform, Optional.empty())
                    .filter(before -> FixtureHash.of(before).equals(FixtureHash.of(fixture)))
                    .isPresent();
            if (!same) {
                altered.add(new FixtureName(platform, id));
            }
        });
        return altered;
    }

    /** Whether the corpus is as recorded. */
    public boolean isEmpty() {
        return missing.isEmpty() && superfluous.isEmpty() && differing.isEmpty();
    }

    /** The findings for the user, equal differences told once; lines that end in LF, none when there is no drift. */
    public String text() {
        StringBuilder text = new StringBuilder();
        missing.forEach(path -> line(text, path + ": is missing"));
        superfluous.forEach(path -> line(text, path + ": no scenario records it any more"));
        for (List<CaseChange> same : grouped()) {
            line(text, same.get(0).path() + ": differs from the model");
            same.stream().skip(1).forEach(other -> line(text, "  the same in " + other.path()));
            same.stream()
                    .filter(change -> !change.remark().isEmpty())
                    .forEach(change -> line(text, "  " + change.remark()));
            same.get(0).diff().forEach(row -> line(text, "  " + row));
        }
        return text.toString();
    }

    private Collection<List<CaseChange>> grouped() {
        Map<List<String>, List<CaseChange>> groups = new LinkedHashMap<>();
        differing.forEach(change ->
                groups.computeIfAbsent(change.diff(), diff -> new ArrayList<>()).add(change));
        return groups.values();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
