// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import java.util.List;
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
        OBSERVED("observed"),
        /**
         * Only machines agree whose bridge is another than their kernel takes it for. That shows what the kernel's code does,
         * and not what a bridge does by itself.
         */
        STAND_IN("observed, stand-in bridge"),
        /** Every rule that decided in it was read in a source. */
        READ("read"),
        /** Some rule that decided in it only follows from a source. */
        INFERRED("inferred");

        private final String text;

        Claim(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
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
            boolean standIn = witnesses.stream().allMatch(Witness::standInBridge);
            return new Evidence(standIn ? Claim.STAND_IN : Claim.OBSERVED, witnesses);
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

    /**
     * Returns {@code observed on powernv9 (Linux 6.12.95)}, {@code observed, stand-in bridge, on power7 (Linux 5.10.262)},
     * {@code read} or {@code inferred}.
     */
    @Override
    public String toString() {
        if (witnesses.isEmpty()) {
            return claim.toString();
        }
        String on = claim == Claim.STAND_IN ? ", on " : " on ";
        return claim + on + witnesses.stream().map(Witness::toString).collect(Collectors.joining(", "));
    }
}
