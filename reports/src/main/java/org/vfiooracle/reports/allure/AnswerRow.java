// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * Platforms with the same answer to what a scenario asks.
 *
 * @param said what they say
 * @param platforms who says it, in the order of the corpus
 */
record AnswerRow(Said said, List<PlatformId> platforms) {
    /**
     * What a platform says.
     *
     * @param answer the answer, with what was intended where that is another
     * @param rule id of the rule; empty when there is none
     * @param evidence what it rests on, why there is no answer, or what the scenario expects instead
     * @param right false when it is not what the scenario expects
     */
    record Said(String answer, String rule, String evidence, boolean right) {}

    private static final String NOT_APPLICABLE = "n/a";

    /** Groups the platforms of a scenario, in the order in which the answers first appear; those that cannot run it are last. */
    static List<AnswerRow> of(List<PlatformResult> results) {
        Map<Said, List<PlatformId>> rows = new LinkedHashMap<>();
        for (PlatformResult result : results) {
            rows.computeIfAbsent(said(result), any -> new ArrayList<>()).add(result.platform());
        }
        return rows.entrySet().stream()
                .map(row -> new AnswerRow(row.getKey(), List.copyOf(row.getValue())))
                .sorted(Comparator.comparing(row -> row.said().answer().equals(NOT_APPLICABLE)))
                .toList();
    }

    private static Said said(PlatformResult result) {
        if (result instanceof PlatformResult.Recorded recorded) {
            return said(recorded.fixture(), recorded.asked(), recorded.evidence(), true);
        }
        if (result instanceof PlatformResult.Wrong wrong) {
            return said(wrong.fixture(), wrong.asked(), wrong.expected(), false);
        }
        if (result instanceof PlatformResult.NotApplicable absent) {
            return new Said(NOT_APPLICABLE, absent.rule(), absent.reason(), true);
        }
        return new Said("none", "", ((PlatformResult.Unanswered) result).reason(), false);
    }

    private static Said said(Fixture fixture, int asked, String evidence, boolean right) {
        RecordedStep step = fixture.steps().get(asked);
        String intended = step.intended()
                .map(i -> " (intended: " + i.outcome().answer() + ", deviation " + i.deviation() + ")")
                .orElse("");
        return new Said(step.outcome().answer() + intended, step.rule(), evidence, right);
    }
}
