// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * One case that fails in the same way on some platforms. The same way means: at the same operation, with the same answer.
 *
 * @param first the comparison on the first of the platforms
 * @param platforms all of them, in order
 */
record FailureGroup(Comparison first, List<PlatformId> platforms) {
    private record Alike(CaseId id, Verdict verdict, String reason, List<Difference> atFirstStep) {}

    /** Returns the findings in order of their first appearance, each once. */
    static List<FailureGroup> of(List<Comparison> comparisons) {
        Map<Alike, List<Comparison>> groups = new LinkedHashMap<>();
        for (Comparison comparison : comparisons) {
            if (comparison.verdict().finding()) {
                Alike alike =
                        new Alike(comparison.id(), comparison.verdict(), comparison.reason(), atFirstStep(comparison));
                groups.computeIfAbsent(alike, key -> new ArrayList<>()).add(comparison);
            }
        }
        return groups.values().stream()
                .map(same -> new FailureGroup(
                        same.get(0), same.stream().map(Comparison::platform).toList()))
                .toList();
    }

    /** The differences of the first operation that differs. */
    List<Difference> atFirstStep() {
        return atFirstStep(first);
    }

    /** Number of differences after those, which may be their consequences. */
    int later() {
        return first.differences().size() - atFirstStep().size();
    }

    private static List<Difference> atFirstStep(Comparison comparison) {
        return comparison.differences().stream()
                .filter(difference ->
                        difference.step() == comparison.differences().get(0).step())
                .toList();
    }
}
