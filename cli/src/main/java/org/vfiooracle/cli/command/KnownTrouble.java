// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vfiooracle.advice.bugs.Encounter;
import org.vfiooracle.advice.bugs.KnownBugs;
import org.vfiooracle.advice.bugs.Trouble;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.terminal.page.Warnings;

/** Collects the known bugs that the calls of cases meet, so that a user is told of them unasked. */
final class KnownTrouble {
    private final Checkout checkout;
    private final Platforms platforms;
    private final List<Encounter> met = new ArrayList<>();

    KnownTrouble(Checkout checkout, Platforms platforms) {
        this.checkout = checkout;
        this.platforms = platforms;
    }

    /** Looks at the answers of fixtures. */
    KnownTrouble in(Collection<Fixture> fixtures) {
        fixtures.forEach(fixture -> met.addAll(Encounter.in(fixture)));
        return this;
    }

    /** Looks at the calls that a run performed, and leaves out the bugs of programs, which nobody asked about. */
    KnownTrouble ofKernels(Collection<CaseResult> results) {
        results.stream()
                .flatMap(result -> Encounter.in(result.fixture()).stream()
                        .filter(encounter -> performed(result.observation(), encounter.step())))
                .filter(encounter -> Deviations.find(encounter.sign()).isPresent())
                .forEach(met::add);
        return this;
    }

    private static boolean performed(Observation seen, int step) {
        return seen.ending() != Observation.Ending.SKIPPED
                && seen.halt().map(halt -> step < halt.operation()).orElse(true);
    }

    /** Looks for the call of a case that a platform has no answer to. */
    KnownTrouble unanswered(Case performed, PlatformId platform) {
        Machine machine = platforms.machine(platform);
        Encounter.unanswered(performed, platform, machine, platforms.topology(performed.topology(), machine.profile()))
                .ifPresent(met::add);
        return this;
    }

    /** What to tell; the list of bugs is read only where there is something. */
    Warnings warnings() {
        return met.isEmpty() ? Warnings.NONE : new Warnings(Trouble.of(met, KnownBugs.read(checkout.root())));
    }
}
