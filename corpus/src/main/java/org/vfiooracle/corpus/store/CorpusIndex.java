// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.fixture.Fixture;

/**
 * What each fixture of a corpus has in it. No checkout has it as a file: it is made from the case files.
 *
 * @param version of the corpus
 * @param entries by name
 */
public record CorpusIndex(String version, SortedMap<FixtureName, IndexEntry> entries) {
    public CorpusIndex {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** Returns the index of these fixtures. */
    public static CorpusIndex of(String version, Collection<Fixture> fixtures) {
        return new CorpusIndex(
                version, IndexEntry.byName(fixtures.stream().map(IndexEntry::of).toList()));
    }

    /** Returns what it says of a fixture, if it has it. */
    public Optional<IndexEntry> find(FixtureName name) {
        return Optional.ofNullable(entries.get(name));
    }
}
