// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.trust;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.conformance.compare.Repair;
import org.vfiooracle.conformance.drive.AdapterCommand;
import org.vfiooracle.conformance.drive.AdapterResults;
import org.vfiooracle.conformance.drive.AdapterRun;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.conformance.drive.Expectations;
import org.vfiooracle.conformance.drive.Expected;
import org.vfiooracle.conformance.drive.RunProgress;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Strictness;

/**
 * Runs some cases twice, the second time with one expectation made wrong.
 *
 * @param expectations what to compare with
 * @param most how many cases are run, evenly chosen from all
 */
public record CanaryRun(Expectations expectations, int most) {
    /**
     * Returns what came of it; empty when no case agrees, so that nothing can be made wrong.
     *
     * @throws org.vfiooracle.conformance.drive.AdapterUnavailable when the adapter does not get as far as the first case
     */
    public Optional<CanaryResult> of(AdapterCommand command, RunProgress progress) {
        Expectations some = announced -> chosen(expectations.of(announced));
        AdapterResults before = run(some).drive(command, progress);
        Optional<CaseResult> victim = CanaryResult.victim(before);
        if (victim.isEmpty()) {
            return Optional.empty();
        }
        Flipped flipped = Flipped.of(victim.get());
        AdapterResults after =
                run(announced -> with(flipped, some.of(announced))).drive(command, progress);
        return Optional.of(CanaryResult.of(flipped, before, after));
    }

    private static AdapterRun run(Expectations expectations) {
        return new AdapterRun(expectations, Strictness.STATE, Repair.NONE);
    }

    private Expected chosen(Expected all) {
        List<Fixture> fixtures = all.fixtures();
        int step = Math.max(1, (fixtures.size() + most - 1) / most);
        List<Fixture> some = java.util.stream.IntStream.range(0, fixtures.size())
                .filter(i -> i % step == 0)
                .mapToObj(fixtures::get)
                .toList();
        return new Expected(some, all.unpinned(), all.notPredicted());
    }

    private static Expected with(Flipped flipped, Expected right) {
        List<Fixture> fixtures = right.fixtures().stream()
                .map(fixture -> fixture.performed()
                                .id()
                                .equals(flipped.fixture().performed().id())
                        ? flipped.fixture()
                        : fixture)
                .toList();
        return new Expected(fixtures, right.unpinned(), right.notPredicted());
    }
}
