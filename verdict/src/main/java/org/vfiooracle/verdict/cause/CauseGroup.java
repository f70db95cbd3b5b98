// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * Findings of one cause.
 *
 * @param cause what they have in common
 * @param comparisons the findings in order, at least one
 */
public record CauseGroup(Cause cause, List<Comparison> comparisons) {
    public CauseGroup {
        comparisons = List.copyOf(comparisons);
    }

    /** Returns the findings among comparisons by cause, the cause of most cases first. */
    public static List<CauseGroup> of(List<Comparison> comparisons) {
        Map<Cause, List<Comparison>> groups = new LinkedHashMap<>();
        for (Comparison comparison : comparisons) {
            if (comparison.verdict().finding()) {
                groups.computeIfAbsent(Cause.of(comparison), cause -> new ArrayList<>())
                        .add(comparison);
            }
        }
        List<CauseGroup> all = new ArrayList<>();
        groups.forEach((cause, found) -> all.add(new CauseGroup(cause, found)));
        all.sort(Comparator.comparingInt((CauseGroup group) -> group.platforms().size())
                .reversed());
        return all;
    }

    /** The finding that says most in the fewest calls. */
    public Comparison example() {
        return comparisons.stream()
                .min(Comparator.comparingInt(CauseGroup::calls))
                .orElseThrow();
    }

    /** The platforms of each case, in order. */
    public Map<CaseId, List<PlatformId>> platforms() {
        Map<CaseId, List<PlatformId>> platforms = new LinkedHashMap<>();
        comparisons.forEach(comparison -> platforms
                .computeIfAbsent(comparison.id(), id -> new ArrayList<>())
                .add(comparison.platform()));
        return platforms;
    }

    private static int calls(Comparison comparison) {
        return comparison.differences().isEmpty()
                ? Integer.MAX_VALUE
                : comparison.differences().get(0).step();
    }
}
