// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.cause;

import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.observation.Part;

/**
 * What makes the first difference of several cases the same finding.
 *
 * @param verdict what is said of the implementation
 * @param call name of the call that was answered otherwise; empty where no call was
 * @param field what of its answer, without ordinals
 * @param expected what was expected, where the answer itself differs; empty where values of that kind always differ
 * @param found what came, likewise
 * @param rule id of the rule that decided what is expected; empty where no single rule did
 * @param reason how the implementation broke, in one line; empty where it answered
 */
public record Cause(
        Verdict verdict, String call, String field, String expected, String found, String rule, String reason) {
    /** Returns the cause of a finding. */
    public static Cause of(Comparison comparison) {
        if (comparison.differences().isEmpty()) {
            String reason = comparison.reason().lines().findFirst().orElse("");
            return new Cause(comparison.verdict(), "", "", "", "", "", reason);
        }
        Difference first = comparison.differences().get(0);
        boolean answer = first.field().equals(Part.ANSWER.key());
        return new Cause(
                comparison.verdict(),
                first.part() == Part.STATE ? "" : first.operation().replaceAll("\\(.*", ""),
                first.part() == Part.STATE
                        ? kindOfState(first.field())
                        : first.field().replaceAll("\\[.*", ""),
                answer ? first.expected() : "",
                answer ? first.found() : "",
                first.rule(),
                "");
    }

    /** What is left is known by its path, in which containers and groups have names and windows have ordinals. */
    private static String kindOfState(String path) {
        return path.replaceAll("\\[[0-9]+\\]", "").replaceAll("\\.(containers|groups|handles)\\.[^.]+", ".$1");
    }

    /** The line for people: {@code VFIO_SET_IOMMU answer: expected 0, got EPERM}. */
    public String text() {
        if (field.isEmpty()) {
            return verdict.key() + ": " + reason;
        }
        String what = call.isEmpty() ? field : call + " " + field;
        return expected.isEmpty() && found.isEmpty() ? what : what + ": expected " + expected + ", got " + found;
    }
}
