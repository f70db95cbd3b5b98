// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.corpus.evidence.Evidence;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * Platforms with the same answer to what a scenario asks.
 *
 * @param said what they say
 * @param platforms who says it, in the order of the corpus
 * @param evidence what the fixtures rest on, in the same order; none where nothing is recorded
 */
record AnswerRow(Said said, List<PlatformId> platforms, List<Evidence> evidence) {
    /**
     * What a platform says.
     *
     * @param answer the answer, with what was intended where that is another
     * @param rule id of the rule; empty when there is none
     * @param note why there is no answer, or what the scenario expects instead; empty for an answer that is as expected
     * @param right false when it is not what the scenario expects
     */
    record Said(String answer, String rule, String note, boolean right) {}

    private static final String NOT_APPLICABLE = "n/a";

    /** Groups the platforms of a scenario, in the order in which the answers first appear; those that cannot run it are last. */
    static List<AnswerRow> of(List<PlatformResult> results) {
        Map<Said, List<PlatformResult>> rows = new LinkedHashMap<>();
        for (PlatformResult result : results) {
            rows.computeIfAbsent(said(result), any -> new ArrayList<>()).add(result);
        }
        return rows.entrySet().stream()
                .map(row -> of(row.getKey(), row.getValue()))
                .sorted(Comparator.comparing(row -> row.said().answer().equals(NOT_APPLICABLE)))
                .toList();
    }

    private static AnswerRow of(Said said, List<PlatformResult> alike) {
        return new AnswerRow(
                said,
                alike.stream().map(PlatformResult::platform).toList(),
                alike.stream()
                        .flatMap(result -> result instanceof PlatformResult.Recorded recorded
                                ? Stream.of(recorded.evidence())
                                : Stream.empty())
                        .toList());
    }

    private static Said said(PlatformResult result) {
        if (result instanceof PlatformResult.Recorded recorded) {
            return said(recorded.fixture(), recorded.asked(), "", true);
        }
        if (result instanceof PlatformResult.Wrong wrong) {
            return said(wrong.fixture(), wrong.asked(), wrong.expected(), false);
        }
        if (result instanceof PlatformResult.NotApplicable absent) {
            return new Said(NOT_APPLICABLE, absent.rule(), absent.reason(), true);
        }
        return new Said("none", "", ((PlatformResult.Unanswered) result).reason(), false);
    }

    private static Said said(Fixture fixture, int asked, String note, boolean right) {
        RecordedStep step = fixture.steps().get(asked);
        String intended = step.intended()
                .map(i -> " (intended: " + i.outcome().answer() + ", deviation " + i.deviation() + ")")
                .orElse("");
        return new Said(step.outcome().answer() + intended, step.rule(), note, right);
    }
}
