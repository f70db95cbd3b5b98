// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.conformance.compare.Comparison;

/** The operations that an implementation did not come to, by what stopped it. */
final class NotReached {
    /** What one reason has stopped. */
    private record Stopped(int cases, int operations) {
        Stopped and(Stopped other) {
            return new Stopped(cases + other.cases, operations + other.operations);
        }
    }

    private NotReached() {}

    /** Returns a line for each reason, the one that costs most first. */
    static List<String> lines(List<Comparison> comparisons) {
        Map<String, Stopped> reasons = new TreeMap<>();
        for (Comparison comparison : comparisons) {
            if (comparison.notReached() > 0) {
                reasons.merge(comparison.reason(), new Stopped(1, comparison.notReached()), Stopped::and);
            }
        }
        List<String> lines = new ArrayList<>();
        reasons.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().operations()))
                .forEach(entry -> lines.add("  " + cases(entry.getValue().cases()) + " at " + entry.getKey() + ", "
                        + operations(entry.getValue().operations()) + " not reached"));
        if (!lines.isEmpty()) {
            lines.add(0, "not performed to the end, stopped at:");
            lines.add("");
        }
        return lines;
    }

    /** Returns what is said of one case; formats have no word for what agrees as far as it goes, which is no success. */
    static String text(Comparison comparison) {
        return operations(comparison.stepsCompared())
                + (comparison.stepsCompared() == 1 ? " agrees, " : " agree, ")
                + comparison.notReached() + " not reached: " + comparison.reason();
    }

    /** Returns what a summary says of them. */
    static String ending(int operations) {
        return operations == 0 ? "" : "; " + operations(operations) + " not reached";
    }

    private static String cases(int count) {
        return count + (count == 1 ? " case" : " cases");
    }

    private static String operations(int count) {
        return count + (count == 1 ? " operation" : " operations");
    }
}
