// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.CaseFile;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.corpus.journal.Change;
import org.vfiooracle.corpus.journal.Journal;
import org.vfiooracle.engine.platform.PlatformId;

/** What a recording changes in the corpus: only files whose bytes differ; all of it or nothing. */
public final class CorpusWrite {
    private final Corpus corpus;
    private final Collection<Fixture> fixtures;
    private final Predicate<CaseId> responsible;
    private final TreeSet<FixtureName> added = new TreeSet<>();
    private final TreeSet<FixtureName> changed = new TreeSet<>();
    private final TreeSet<FixtureName> removed = new TreeSet<>();
    private final List<Change> changes = new ArrayList<>();
    private int unchanged;

    private CorpusWrite(Corpus corpus, Collection<Fixture> fixtures, Predicate<CaseId> responsible) {
        this.corpus = corpus;
        this.fixtures = fixtures;
        this.responsible = responsible;
    }

    /**
     * Compares a recording of everything with the corpus.
     *
     * @throws IllegalArgumentException when two fixtures have one name
     */
    public static CorpusWrite plan(Corpus corpus, Collection<Fixture> fixtures) {
        return plan(corpus, fixtures, id -> true);
    }

    /**
     * Compares a recording with the corpus.
     *
     * @param fixtures what was recorded; of a case, those of all platforms
     * @param responsible which cases the recording would have made if they still existed; of those, the ones that it did not
     *     make are removed. A scenario that failed or was not selected is not.
     * @throws IllegalArgumentException when two fixtures have one name
     */
    public static CorpusWrite plan(Corpus corpus, Collection<Fixture> fixtures, Predicate<CaseId> responsible) {
        CorpusWrite write = new CorpusWrite(corpus, fixtures, responsible);
        SortedMap<CaseId, AnsweredCase> recorded = byCase(fixtures);
        recorded.values().forEach(write::put);
        for (CaseId id : corpus.ids()) {
            if (!recorded.containsKey(id) && responsible.test(id)) {
                write.committed(id).keySet().forEach(platform -> write.removed.add(new FixtureName(platform, id)));
                write.changes.add(Change.remove(Corpus.label(CasePath.of(id))));
            }
        }
        return write;
    }

    /** Fixtures that are new, in order. */
    public List<FixtureName> added() {
        return List.copyOf(added);
    }

    /** Fixtures whose content changes, in order. */
    public List<FixtureName> changed() {
        return List.copyOf(changed);
    }

    /** Fixtures that go, in order. */
    public List<FixtureName> removed() {
        return List.copyOf(removed);
    }

    /** How many recorded fixtures stay as they are. */
    public int unchanged() {
        return unchanged;
    }

    /** Whether no file changes. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * Makes the changes; a process that is killed meanwhile leaves them to the next one.
     *
     * @return what an earlier process left half done and is done now, for the user; empty when there was nothing
     * @throws org.vfiooracle.corpus.journal.JournalBusy when another process is writing
     */
    public Optional<String> apply() {
        Optional<String> left = corpus.recover();
        CorpusWrite now = left.isEmpty() ? this : plan(corpus, fixtures, responsible);
        Journal.at(corpus.root()).apply(now.changes);
        return left;
    }

    /** The changes. */
    List<Change> changes() {
        return changes;
    }

    /**
     * Puts the fixtures of each case together.
     *
     * @throws IllegalArgumentException when two fixtures have one name
     */
    static SortedMap<CaseId, AnsweredCase> byCase(Collection<Fixture> fixtures) {
        SortedMap<CaseId, List<Fixture>> byId = new TreeMap<>();
        fixtures.forEach(fixture -> byId.computeIfAbsent(fixture.performed().id(), id -> new ArrayList<>())
                .add(fixture));
        SortedMap<CaseId, AnsweredCase> cases = new TreeMap<>();
        byId.forEach((id, same) -> cases.put(id, AnsweredCase.of(same)));
        return cases;
    }

    private void put(AnsweredCase answered) {
        CaseId id = answered.performed().id();
        String text = CaseFile.write(answered);
        String label = Corpus.label(CasePath.of(id));
        if (Files.exists(corpus.path(id))
                && StrictYaml.text(corpus.path(id), label).equals(text)) {
            unchanged += answered.fixtures().size();
            return;
        }
        changes.add(Change.write(label, text));
        SortedMap<PlatformId, Optional<Fixture>> before = committed(id);
        answered.fixtures().forEach((platform, fixture) -> count(fixture, before));
        before.keySet().removeAll(answered.fixtures().keySet());
        before.keySet().forEach(platform -> removed.add(new FixtureName(platform, id)));
    }

    private void count(Fixture now, SortedMap<PlatformId, Optional<Fixture>> before) {
        if (!before.containsKey(now.platform())) {
            added.add(FixtureName.of(now));
        } else if (before.getOrDefault(now.platform(), Optional.empty())
                .filter(Committed.as(now))
                .isPresent()) {
            unchanged++;
        } else {
            changed.add(FixtureName.of(now));
        }
    }

    private SortedMap<PlatformId, Optional<Fixture>> committed(CaseId id) {
        return Committed.fixtures(corpus, id);
    }
}
