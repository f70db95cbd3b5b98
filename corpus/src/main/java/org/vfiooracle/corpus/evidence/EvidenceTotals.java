// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import java.util.Collection;
import java.util.Set;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.corpus.store.IndexEntry;

/**
 * How many fixtures rest on what; never one number.
 *
 * @param observed fixtures that a machine agrees with
 * @param read fixtures whose rules were all read in a source
 * @param inferred the others
 */
public record EvidenceTotals(int observed, int read, int inferred) {
    /** Counts what an index lists. */
    public static EvidenceTotals of(CorpusIndex index, Ledgers ledgers) {
        return count(index.entries().values(), ledgers);
    }

    /** Counts what an index lists, where {@code altered} are not what they should be: nobody observed those. */
    public static EvidenceTotals of(CorpusIndex index, Ledgers ledgers, Set<FixtureName> altered) {
        EvidenceTotals whole = count(
                index.entries().values().stream()
                        .filter(entry -> !altered.contains(entry.name()))
                        .toList(),
                ledgers);
        EvidenceTotals rest = count(
                index.entries().values().stream()
                        .filter(entry -> altered.contains(entry.name()))
                        .toList(),
                Ledgers.NONE);
        return new EvidenceTotals(
                whole.observed + rest.observed, whole.read + rest.read, whole.inferred + rest.inferred);
    }

    /** Counts fixtures. */
    public static EvidenceTotals of(Collection<Fixture> fixtures, Ledgers ledgers) {
        return count(fixtures.stream().map(IndexEntry::of).toList(), ledgers);
    }

    /** The number of fixtures. */
    public int total() {
        return observed + read + inferred;
    }

    /** Returns {@code 120 fixtures: 80 observed, 30 read, 10 inferred}. */
    @Override
    public String toString() {
        return total() + " fixtures: " + observed + " observed, " + read + " read, " + inferred + " inferred";
    }

    private static EvidenceTotals count(Collection<IndexEntry> entries, Ledgers ledgers) {
        int[] counts = new int[Evidence.Claim.values().length];
        entries.forEach(entry -> counts[Evidence.of(entry, ledgers).claim().ordinal()]++);
        return new EvidenceTotals(
                counts[Evidence.Claim.OBSERVED.ordinal()],
                counts[Evidence.Claim.READ.ordinal()],
                counts[Evidence.Claim.INFERRED.ordinal()]);
    }
}
