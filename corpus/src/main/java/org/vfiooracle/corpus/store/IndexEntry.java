// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.format.FixtureHash;

/**
 * What the index says of one fixture.
 *
 * @param name which one
 * @param hash of its content
 * @param answers that occur in it: integers, {@code fd}, names of errnos
 * @param rules that decided in it
 * @param deviations that decided in it
 */
public record IndexEntry(
        FixtureName name,
        String hash,
        SortedSet<String> answers,
        SortedSet<String> rules,
        SortedSet<String> deviations) {
    public IndexEntry {
        answers = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(answers));
        rules = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(rules));
        deviations = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(deviations));
    }

    /** Returns what the index says of {@code fixture}. */
    public static IndexEntry of(Fixture fixture) {
        String hash = FixtureHash.of(fixture);
        SortedSet<String> answers = new TreeSet<>();
        SortedSet<String> rules = new TreeSet<>();
        SortedSet<String> deviations = new TreeSet<>();
        for (RecordedStep step : fixture.steps()) {
            answers.add(step.outcome().answer().toString());
            rules.add(step.rule());
            step.intended().ifPresent(intended -> deviations.add(intended.deviation()));
        }
        return new IndexEntry(FixtureName.of(fixture), hash, answers, rules, deviations);
    }

    static TreeMap<FixtureName, IndexEntry> byName(Iterable<IndexEntry> entries) {
        TreeMap<FixtureName, IndexEntry> named = new TreeMap<>();
        entries.forEach(entry -> named.put(entry.name(), entry));
        return named;
    }
}
