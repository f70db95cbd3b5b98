// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.platforms;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.Place;

/**
 * The refusals that scenarios asserted in a run, and those that others relied on instead of a row; for several threads. What the
 * tables seem to claim is found before the run, and a {@code *} claims for platforms that do not run its scenario, too.
 */
public final class Refusals {
    private final Set<Refusal> asserted = ConcurrentHashMap.newKeySet();
    private final Map<Refusal, Relying> relied = new ConcurrentHashMap<>();

    private record Refusal(String rule, PlatformId platform) {}

    private record Relying(Place place, String id) {}

    /** Notes that a platform answered because of a rule, as a table or a sentence said. */
    public void asserted(String rule, PlatformId platform) {
        asserted.add(new Refusal(rule, platform));
    }

    /** Notes that a scenario has no row for a platform, as this rule stops it there. */
    public void relied(String rule, PlatformId platform, Place place, String id) {
        relied.merge(
                new Refusal(rule, platform),
                new Relying(place, id),
                (one, other) -> one.place().compareTo(other.place()) <= 0 ? one : other);
    }

    /** Returns a failure for each refusal that was relied on and that no scenario asserted; once, at the first that did. */
    public List<Failure> unasserted() {
        return relied.entrySet().stream()
                .filter(entry -> !asserted.contains(entry.getKey()))
                .map(entry -> failure(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Failure::place)
                        .thenComparing(f -> f.message().toString()))
                .toList();
    }

    private static Failure failure(Refusal refusal, Relying by) {
        return Failure.at(
                        by.place(),
                        Optional.of(by.id()),
                        "no row says that " + refusal.platform() + " is n/a, and no scenario that runs there has "
                                + refusal.rule() + " as its answer",
                        "write that scenario, or a row with n/a")
                .as(Failure.Kind.PLATFORMS);
    }
}
