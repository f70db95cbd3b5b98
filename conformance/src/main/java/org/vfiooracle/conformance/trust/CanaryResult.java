// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.conformance.drive.AdapterResults;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.observation.Part;

/**
 * What a run showed in which one expectation was wrong on purpose: that case has to be red, and no other may change.
 *
 * @param flipped the expectation that was made wrong
 * @param problems what is not as it has to be; none when the set-up can be relied on
 */
public record CanaryResult(Flipped flipped, List<String> problems) {
    public CanaryResult {
        problems = List.copyOf(problems);
    }

    /** Returns the case to make wrong: the first that agrees in something. */
    public static Optional<CaseResult> victim(AdapterResults results) {
        return results.results().stream()
                .filter(result ->
                        agrees(result.comparison()) && result.comparison().stepsCompared() > 0)
                .findFirst();
    }

    /** Judges a second run of the same cases, one of which had {@code flipped} for its fixture. */
    public static CanaryResult of(Flipped flipped, AdapterResults before, AdapterResults after) {
        CaseId victim = flipped.fixture().performed().id();
        Map<CaseId, Verdict> verdicts =
                before.comparisons().stream().collect(Collectors.toMap(Comparison::id, Comparison::verdict));
        List<String> problems = new ArrayList<>();
        for (Comparison comparison : after.comparisons()) {
            Verdict was = verdicts.get(comparison.id());
            if (comparison.id().equals(victim)) {
                red(flipped, comparison).ifPresent(problems::add);
            } else if (comparison.verdict() != was) {
                problems.add("@" + comparison.id() + " is now "
                        + comparison.verdict().key() + ", and was " + (was == null ? "not there" : was.key())
                        + ", though nothing was changed in it");
            }
        }
        if (before.results().size() != after.results().size()) {
            problems.add(before.results().size() + " cases were run first, and "
                    + after.results().size() + " afterwards");
        }
        return new CanaryResult(flipped, problems);
    }

    private static Optional<String> red(Flipped flipped, Comparison comparison) {
        List<Difference> differences = comparison.differences();
        boolean exact = comparison.verdict() == Verdict.DIFFERS
                && differences.stream()
                        .anyMatch(difference -> difference.step() == flipped.operation()
                                && difference.part() == Part.ANSWER
                                && difference.expected().equals(flipped.wrong())
                                && difference.found().equals(flipped.right()));
        return exact
                ? Optional.empty()
                : Optional.of(
                        "@" + comparison.id() + " is " + comparison.verdict().key() + ", though " + flipped.text());
    }

    private static boolean agrees(Comparison comparison) {
        return comparison.verdict() == Verdict.CONFORMS || comparison.verdict() == Verdict.PARTIAL;
    }
}
