// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.corpus.store.IndexEntry;

/**
 * How many fixtures rest on what; never one number.
 *
 * @param observed fixtures that a machine agrees with
 * @param standIn fixtures that only a machine with a stand-in bridge agrees with
 * @param read fixtures whose rules were all read in a source
 * @param inferred the others
 */
public record EvidenceTotals(int observed, int standIn, int read, int inferred) {
    /** No fixture at all. */
    public static final EvidenceTotals NONE = new EvidenceTotals(0, 0, 0, 0);

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
        return whole.plus(rest);
    }

    /** Counts fixtures. */
    public static EvidenceTotals of(Collection<Fixture> fixtures, Ledgers ledgers) {
        return count(fixtures.stream().map(IndexEntry::of).toList(), ledgers);
    }

    /** Counts claims, one for each fixture. */
    public static EvidenceTotals of(Stream<Evidence.Claim> claims) {
        int[] counts = new int[Evidence.Claim.values().length];
        claims.forEach(claim -> counts[claim.ordinal()]++);
        return new EvidenceTotals(
                counts[Evidence.Claim.OBSERVED.ordinal()],
                counts[Evidence.Claim.STAND_IN.ordinal()],
                counts[Evidence.Claim.READ.ordinal()],
                counts[Evidence.Claim.INFERRED.ordinal()]);
    }

    /** Returns the sums of this and of {@code other}. */
    public EvidenceTotals plus(EvidenceTotals other) {
        return new EvidenceTotals(
                observed + other.observed, standIn + other.standIn, read + other.read, inferred + other.inferred);
    }

    /** The number of fixtures. */
    public int total() {
        return observed + standIn + read + inferred;
    }

    /** Returns the numbers by the names that they have in files and in JSON, strongest first. */
    public Map<String, Integer> named() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("observed", observed);
        numbers.put("observed_stand_in", standIn);
        numbers.put("read", read);
        numbers.put("inferred", inferred);
        return numbers;
    }

    /** Returns {@code 80 observed, 20 observed with a stand-in bridge, 30 read, 10 inferred}. */
    public String shares() {
        return observed + " observed, " + standIn + " observed with a stand-in bridge, " + read + " read, " + inferred
                + " inferred";
    }

    /** Returns {@code 80 observed, 30 read}: the kinds that there are. */
    public String kinds() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("observed", observed);
        numbers.put("observed with a stand-in bridge", standIn);
        numbers.put("read", read);
        numbers.put("inferred", inferred);
        return numbers.entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Returns {@code 140 fixtures: 80 observed, 20 observed with a stand-in bridge, 30 read, 10 inferred}. */
    @Override
    public String toString() {
        return total() + " fixtures: " + shares();
    }

    private static EvidenceTotals count(Collection<IndexEntry> entries, Ledgers ledgers) {
        return of(entries.stream().map(entry -> Evidence.of(entry, ledgers).claim()));
    }
}
