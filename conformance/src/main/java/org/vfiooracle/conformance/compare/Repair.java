// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.Optional;
import java.util.SortedSet;
import org.vfiooracle.contract.fixture.Fixture;

/**
 * Says what a fixture's platform would answer without some of its deviations. An implementation that has fixed one goes
 * another way from there on, which the fixture alone cannot judge.
 */
@FunctionalInterface
public interface Repair {
    /** Knows no other answers than those of the fixture. */
    Repair NONE = (fixture, deviations) -> Optional.empty();

    /** Returns the same case on the same platform without {@code deviations}, if that is known. */
    Optional<Fixture> without(Fixture fixture, SortedSet<String> deviations);
}
