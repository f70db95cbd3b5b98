// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.engine.platform.PlatformId;

/** One failure as it looks everywhere: where, what, why, where else, and what to do next. */
final class FailureText {
    private static final int SHOWN_AT_A_STEP = 6;

    private final Lookup lookup;

    FailureText(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Returns the lines of a group, the first of them without indent. */
    List<String> lines(FailureGroup group) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(group.first().id(), group.platforms().get(0)));
        if (group.atFirstStep().isEmpty()) {
            String[] reason = group.first().reason().split("\n", -1);
            lines.add("  " + group.first().verdict().key() + ": " + reason[0]);
            for (int i = 1; i < reason.length; i++) {
                lines.add("    " + reason[i]);
            }
        } else {
            differences(group, lines);
        }
        also(group, lines);
        lines.add("  try: ./oracle explain @" + group.first().id());
        return lines;
    }

    /** Returns where a case is told and on which platform this is. */
    String heading(CaseId id, PlatformId platform) {
        String place = lookup.place().apply(id);
        return (place.isEmpty() ? "" : place + " ") + "@" + id + " " + platform;
    }

    private void differences(FailureGroup group, List<String> lines) {
        List<Difference> here = group.atFirstStep();
        Difference first = here.get(0);
        lines.add("  " + first.operation() + ": " + first.statement());
        here.stream().skip(1).limit(SHOWN_AT_A_STEP).forEach(more -> lines.add("    and " + more.statement()));
        if (here.size() > SHOWN_AT_A_STEP + 1) {
            lines.add("    and " + (here.size() - SHOWN_AT_A_STEP - 1) + " more");
        }
        if (!first.rule().isEmpty()) {
            lines.add("  rule " + lookup.ruleText(first.rule()));
        }
        if (!group.first().fixedBy().isEmpty()) {
            lines.add("  earlier answers follow fixes of: "
                    + String.join(", ", group.first().fixedBy()));
        }
        if (group.later() > 0) {
            lines.add("  " + group.later()
                    + (group.later() == 1
                            ? " later difference, possibly a consequence"
                            : " later differences, possibly consequences"));
        }
    }

    private static void also(FailureGroup group, List<String> lines) {
        if (group.platforms().size() > 1) {
            lines.add("  also wrong on: "
                    + group.platforms().stream()
                            .skip(1)
                            .map(PlatformId::toString)
                            .collect(Collectors.joining(", "))
                    + " (same answer)");
        }
    }
}
