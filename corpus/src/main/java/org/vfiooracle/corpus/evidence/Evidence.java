// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.store.IndexEntry;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;

/**
 * What a fixture rests on.
 *
 * @param claim how far it carries
 * @param witnesses the machines that agree with it, in order; empty unless it was observed
 */
public record Evidence(Claim claim, List<Witness> witnesses) {
    private static final Platforms PLATFORMS = Platforms.load();

    /** How far evidence carries, strongest first. */
    public enum Claim {
        /** A machine agrees with the fixture as it is now. */
        OBSERVED,
        /** Every rule that decided in it was read in a source. */
        READ,
        /** Some rule that decided in it only follows from a source. */
        INFERRED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Evidence {
        witnesses = List.copyOf(witnesses);
    }

    /** Returns what {@code fixture} rests on. */
    public static Evidence of(Fixture fixture, Ledgers ledgers) {
        return of(IndexEntry.of(fixture), ledgers);
    }

    /**
     * Returns what a fixture rests on; the weakest claim of its rules and of its platform wins, and a rule that nobody knows
     * is the weakest.
     */
    public static Evidence of(IndexEntry entry, Ledgers ledgers) {
        List<Witness> witnesses = ledgers.witnesses(entry.name(), entry.hash());
        if (!witnesses.isEmpty()) {
            return new Evidence(Claim.OBSERVED, witnesses);
        }
        boolean read = PLATFORMS.inferred(entry.name().platform()).isEmpty()
                && entry.rules().stream().allMatch(Evidence::wasRead);
        return new Evidence(read ? Claim.READ : Claim.INFERRED, List.of());
    }

    private static boolean wasRead(String rule) {
        return Rules.find(rule)
                .map(known -> known.evidence() == Rule.Evidence.READ)
                .orElse(false);
    }

    /** Returns {@code observed on powernv9 (Linux 6.12.95)}, {@code read} or {@code inferred}. */
    @Override
    public String toString() {
        return witnesses.isEmpty()
                ? claim.toString()
                : claim + " on " + witnesses.stream().map(Witness::toString).collect(Collectors.joining(", "));
    }
}
