// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Verdict;

/** How many fixtures came to which verdict, in one line. */
final class SummaryLine {
    private SummaryLine() {}

    /** Returns {@code 412 fixtures, 3021 operations compared: 400 conforms, 12 differs}. */
    static String of(DiffResult result) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            add(counts, result.statistics().count(verdict), verdict.key());
        }
        add(counts, result.missing().size(), "missing");
        add(counts, result.extra().size(), "extra");
        int objections = result.objections().size();
        add(counts, objections, objections == 1 ? "objection to a waiver" : "objections to waivers");
        int fixtures = result.statistics().total() + result.missing().size();
        int operations = result.statistics().operationsCompared();
        return fixtures
                + (fixtures == 1 ? " fixture, " : " fixtures, ")
                + (operations == 0
                        ? "nothing compared"
                        : operations + (operations == 1 ? " operation compared" : " operations compared"))
                + (counts.isEmpty() ? "" : ": " + String.join(", ", counts))
                + NotReached.ending(result.statistics().operationsNotReached());
    }

    private static void add(List<String> counts, int count, String what) {
        if (count > 0) {
            counts.add(count + " " + what);
        }
    }
}
