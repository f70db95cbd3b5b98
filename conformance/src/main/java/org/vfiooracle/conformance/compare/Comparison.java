// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * What came of comparing one fixture with one observation.
 *
 * @param id the case
 * @param platform the platform of the fixture
 * @param verdict what is said of the implementation
 * @param reason why it is skipped, crashed, timed out, not run or not performed to its end; empty otherwise
 * @param differences in the order of the operations; those after the first may be its consequences
 * @param fixedBy ids of the deviations of the release that the implementation does not have
 * @param compared the parts that were looked at
 * @param stepsCompared number of operations that were looked at
 * @param notReached number of operations at the end that the implementation did not come to, as it says
 * @param behind what was compared, kept where somebody has to look
 */
public record Comparison(
        CaseId id,
        PlatformId platform,
        Verdict verdict,
        String reason,
        List<Difference> differences,
        SortedSet<String> fixedBy,
        Observes compared,
        int stepsCompared,
        int notReached,
        Optional<Compared> behind) {
    /**
     * A fixture and what came.
     *
     * @param fixture what was expected
     * @param observation what an implementation answered
     */
    public record Compared(Fixture fixture, Observation observation) {}

    public Comparison {
        differences = List.copyOf(differences);
        fixedBy = Collections.unmodifiableSortedSet(new TreeSet<>(fixedBy));
    }

    /** Makes a comparison of which nobody keeps what was compared. */
    public Comparison(
            CaseId id,
            PlatformId platform,
            Verdict verdict,
            String reason,
            List<Difference> differences,
            SortedSet<String> fixedBy,
            Observes compared,
            int stepsCompared) {
        this(id, platform, verdict, reason, differences, fixedBy, compared, stepsCompared, 0, Optional.empty());
    }

    /** Returns that an implementation said all of a fixture of so many operations, word for word. */
    public static Comparison same(CaseId id, PlatformId platform, int operations) {
        return new Comparison(
                id, platform, Verdict.CONFORMS, "", List.of(), Collections.emptySortedSet(), Observes.ALL, operations);
    }

    /** The parts of the fixture that nobody looked at. */
    public List<Part> notCompared() {
        return compared.others();
    }

    /** Returns this of an implementation of which somebody has declared that it differs here. */
    public Comparison waived(String why) {
        return new Comparison(
                id, platform, Verdict.WAIVED, why, differences, fixedBy, compared, stepsCompared, notReached, behind);
    }

    /** Returns this with what was compared, where somebody has to look. */
    Comparison of(Fixture fixture, Observation observation) {
        Optional<Compared> kept =
                verdict.finding() ? Optional.of(new Compared(fixture, observation)) : Optional.empty();
        return new Comparison(
                id, platform, verdict, reason, differences, fixedBy, compared, stepsCompared, notReached, kept);
    }

    /** Returns this of an implementation that does not have these deviations either. */
    Comparison alsoFixing(SortedSet<String> deviations) {
        SortedSet<String> all = new TreeSet<>(fixedBy);
        all.addAll(deviations);
        boolean agrees = verdict == Verdict.CONFORMS || verdict == Verdict.PARTIAL;
        return new Comparison(
                id,
                platform,
                agrees ? Verdict.FIXED : verdict,
                reason,
                differences,
                all,
                compared,
                stepsCompared,
                notReached,
                behind);
    }
}
