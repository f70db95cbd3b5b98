// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vfiooracle.conformance.compare.CallStatistics;
import org.vfiooracle.conformance.compare.Statistics;

/** Per kind of call: how many were compared, how many not and why, and which fields of the compared ones were not. */
final class CallTable {
    private static final String ROW = "%-38s %8s %12s  %s";

    private CallTable() {}

    static List<String> lines(Statistics statistics) {
        List<String> lines = new ArrayList<>();
        lines.add(row("call", "compared", "not compared", "fields not compared").stripTrailing());
        SortedMap<String, Integer> reasons = new TreeMap<>();
        for (CallStatistics call : statistics.calls()) {
            lines.add(row(
                            call.call(),
                            Integer.toString(call.compared()),
                            Integer.toString(call.notComparedInAll()),
                            fields(call.fields()))
                    .stripTrailing());
            call.notCompared().forEach((reason, count) -> reasons.merge(firstLine(reason), count, Integer::sum));
        }
        reasons.forEach((reason, count) ->
                lines.add(count + (count == 1 ? " operation" : " operations") + " not compared: " + reason));
        return lines;
    }

    private static String row(String call, String compared, String not, String fields) {
        return String.format(Locale.ROOT, ROW, call, compared, not, fields);
    }

    private static String fields(Map<String, Integer> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + " (" + field.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String firstLine(String reason) {
        return reason.lines().findFirst().orElse("");
    }
}
