// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.tolerance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.conformance.compare.Objection;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.cases.CaseId;

/** Applies waivers to a result. One that has expired, or expects what does not happen, is an objection. */
public final class Waivers {
    private final List<Waiver> waivers;
    private final LocalDate today;
    private final Predicate<Scope> names;
    private final boolean whole;
    private final Map<Waiver, Integer> used = new IdentityHashMap<>();

    /**
     * Prepares to apply waivers.
     *
     * @param today the day that decides which have expired
     * @param known the ids of all cases that there are
     * @param whole whether all of those were asked for; only then can a pattern be blamed that matches nothing
     */
    public Waivers(List<Waiver> waivers, LocalDate today, List<CaseId> known, boolean whole) {
        this.waivers = List.copyOf(waivers);
        this.today = today;
        this.names = scope -> known.stream().anyMatch(scope::containsCase);
        this.whole = whole;
    }

    /** Returns the result with what is waived judged as that, and with what is wrong with the waivers. */
    public DiffResult in(DiffResult result) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Comparison comparison : result.comparisons()) {
            Optional<Comparison> waived = comparison.verdict().finding() ? waived(comparison) : Optional.empty();
            waived.ifPresent(now -> result.statistics().judged(comparison.verdict(), now.verdict()));
            comparisons.add(waived.orElse(comparison));
        }
        List<Objection> objections = new ArrayList<>(result.objections());
        waivers.forEach(waiver -> objection(waiver, result.comparisons()).ifPresent(objections::add));
        return new DiffResult(
                comparisons, result.missing(), result.extra(), result.statistics(), result.notes(), objections);
    }

    private Optional<Comparison> waived(Comparison comparison) {
        List<Waiver> speaking = waivers.stream()
                .filter(waiver -> !waiver.expired(today) && waiver.speaksOf(comparison))
                .toList();
        Set<Waiver> needed = new LinkedHashSet<>();
        boolean covered = comparison.differences().isEmpty()
                ? speaking.stream().findFirst().map(needed::add).isPresent()
                : all(comparison.differences(), speaking, needed);
        if (!covered) {
            return Optional.empty();
        }
        needed.forEach(waiver -> used.merge(waiver, 1, Integer::sum));
        return Optional.of(comparison.waived(
                String.join("; ", needed.stream().map(Waiver::told).toList())));
    }

    /** Each difference must be expected, until one is that leads elsewhere: what comes after its call follows from it. */
    private static boolean all(List<Difference> differences, List<Waiver> speaking, Set<Waiver> needed) {
        int followsFrom = Integer.MAX_VALUE;
        for (Difference difference : differences) {
            if (difference.step() > followsFrom) {
                return true;
            }
            Optional<Waiver> waiver =
                    speaking.stream().filter(one -> one.covers(difference)).findFirst();
            if (waiver.isPresent()) {
                needed.add(waiver.get());
                if (waiver.get().coversConsequences()) {
                    followsFrom = difference.step();
                }
            } else if (difference.step() < followsFrom) {
                return false;
            }
        }
        return true;
    }

    private Optional<Objection> objection(Waiver waiver, List<Comparison> comparisons) {
        if (waiver.expired(today)) {
            return Optional.of(waiver.objection(
                    "this waiver has expired on " + waiver.until().orElseThrow()));
        }
        if (used.containsKey(waiver)) {
            return Optional.empty();
        }
        if (!names.test(waiver.scope())) {
            return Optional.of(waiver.objection("this waiver matches nothing: there is no case "
                    + waiver.scope().cases().orElse("")));
        }
        List<Comparison> asked = comparisons.stream()
                .filter(waiver.scope()::contains)
                .filter(one -> one.verdict() != Verdict.SKIPPED
                        && one.verdict() != Verdict.PARTIAL
                        && one.verdict() != Verdict.NOT_RUN)
                .toList();
        if (asked.isEmpty() || !waiver.scope().exact() && !whole) {
            return Optional.empty();
        }
        boolean passes = asked.stream().noneMatch(one -> one.verdict().finding());
        String of =
                asked.size() == 1 ? "@" + asked.get(0).id() + " conforms" : "all " + asked.size() + " cases conform";
        return Optional.of(waiver.objection(
                passes
                        ? "this waiver is no longer needed: " + of
                        : "this waiver matches nothing: what differs is something else"));
    }
}
