// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.List;
import org.vfiooracle.corpus.store.FixtureName;

/**
 * What came of comparing many fixtures.
 *
 * @param comparisons in the order of the corpus
 * @param missing fixtures for which there is no answer
 * @param extra answers for which there is no fixture
 * @param statistics what was compared and what was not
 * @param notes what a reader should know to understand the rest
 * @param objections what is wrong with the waivers
 */
public record DiffResult(
        List<Comparison> comparisons,
        List<FixtureName> missing,
        List<FixtureName> extra,
        Statistics statistics,
        List<String> notes,
        List<Objection> objections) {
    /** Makes a result that nobody has declared anything about. */
    public DiffResult(
            List<Comparison> comparisons,
            List<FixtureName> missing,
            List<FixtureName> extra,
            Statistics statistics,
            List<String> notes) {
        this(comparisons, missing, extra, statistics, notes, List.of());
    }

    public DiffResult {
        objections = List.copyOf(objections);
        comparisons = List.copyOf(comparisons);
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
        notes = List.copyOf(notes);
    }

    /** Whether nothing at all was compared, which shows nothing and is no success. */
    public boolean empty() {
        return statistics.operationsCompared() == 0;
    }

    /** Whether somebody has to look. */
    public boolean finding() {
        return empty()
                || !missing.isEmpty()
                || !extra.isEmpty()
                || !objections.isEmpty()
                || comparisons.stream()
                        .anyMatch(comparison -> comparison.verdict().finding());
    }
}
