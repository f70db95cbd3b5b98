// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureText;
import org.vfiooracle.corpus.journal.Change;
import org.vfiooracle.corpus.journal.Journal;

/** What a recording changes in the corpus: only files whose bytes differ, then the index; all of it or nothing. */
public final class CorpusWrite {
    private final Corpus corpus;
    private final Collection<Fixture> fixtures;
    private final Predicate<FixtureName> responsible;
    private final List<FixtureName> added = new ArrayList<>();
    private final List<FixtureName> changed = new ArrayList<>();
    private final List<FixtureName> removed = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private int unchanged;

    private CorpusWrite(Corpus corpus, Collection<Fixture> fixtures, Predicate<FixtureName> responsible) {
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
        return plan(corpus, fixtures, name -> true);
    }

    /**
     * Compares a recording with the corpus.
     *
     * @param fixtures what was recorded
     * @param responsible which fixtures the recording would have made if they still existed; of those, the ones that it
     *     did not make are removed. A scenario that failed, was not selected, or whose platform was left out, is not.
     * @throws IllegalArgumentException when two fixtures have one name
     * @throws org.vfiooracle.contract.yaml.YamlProblem when the index is broken
     */
    public static CorpusWrite plan(Corpus corpus, Collection<Fixture> fixtures, Predicate<FixtureName> responsible) {
        CorpusWrite write = new CorpusWrite(corpus, fixtures, responsible);
        SortedMap<FixtureName, Fixture> recorded = byName(fixtures);
        CorpusIndex old = corpus.index();
        SortedMap<FixtureName, IndexEntry> entries = new TreeMap<>();
        for (FixtureName name : corpus.names()) {
            if (recorded.containsKey(name)) {
                continue;
            }
            if (responsible.test(name)) {
                write.removed.add(name);
            } else {
                entries.put(name, old.find(name).orElseGet(() -> IndexEntry.of(corpus.read(name))));
            }
        }
        recorded.forEach((name, fixture) -> entries.put(name, write.put(name, fixture)));
        write.removed.forEach(name -> write.changes.add(Change.remove(Corpus.label(name.path()))));
        write.index(new CorpusIndex(old.version(), entries));
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

    /** The changes, the index last. */
    List<Change> changes() {
        return changes;
    }

    static SortedMap<FixtureName, Fixture> byName(Collection<Fixture> fixtures) {
        SortedMap<FixtureName, Fixture> named = new TreeMap<>();
        for (Fixture fixture : fixtures) {
            FixtureName name = FixtureName.of(fixture);
            if (named.put(name, fixture) != null) {
                throw new IllegalArgumentException("two fixtures are named " + name);
            }
        }
        return named;
    }

    private IndexEntry put(FixtureName name, Fixture fixture) {
        FixtureText written = FixtureText.of(fixture);
        String text = written.text();
        IndexEntry entry = IndexEntry.of(fixture, written.hash());
        Path file = corpus.path(name);
        if (!Files.exists(file)) {
            added.add(name);
        } else if (!hasContent(file, text)) {
            changed.add(name);
        } else {
            unchanged++;
            return entry;
        }
        changes.add(Change.write(Corpus.label(name.path()), text));
        return entry;
    }

    private void index(CorpusIndex index) {
        String label = Corpus.label(Corpus.INDEX);
        String text = index.text();
        Path file = corpus.root().resolve(label);
        if (!Files.exists(file) || !hasContent(file, text)) {
            changes.add(Change.write(label, text));
        }
    }

    private static boolean hasContent(Path file, String text) {
        try {
            return Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
