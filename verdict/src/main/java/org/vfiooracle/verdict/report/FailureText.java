// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.verdict.cause.CauseGroup;

/** One failure as it looks everywhere: where, what, why, where else, and what to do next. */
final class FailureText {
    private static final int SHOWN_AT_A_STEP = 6;
    private static final int CASES_LISTED = 12;

    private final Lookup lookup;
    private final Shade shade;

    FailureText(Lookup lookup) {
        this(lookup, Shade.PLAIN);
    }

    FailureText(Lookup lookup, Shade shade) {
        this.lookup = lookup;
        this.shade = shade;
    }

    /** Returns the lines of one finding alone, the first of them without indent. */
    List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        finding(comparison, lines);
        lines.addAll(hint(comparison));
        return lines;
    }

    /** Returns the lines of findings of one cause: one of them in full, and the list of the others. */
    List<String> lines(CauseGroup group, ExplainedResult findings) {
        Comparison example = group.example();
        List<String> lines = new ArrayList<>();
        finding(example, lines);
        findings.explanation(example).ifPresent(explanation -> lines.addAll(ExplanationText.lines(explanation)));
        also(group, example, lines);
        lines.addAll(hint(example));
        return lines;
    }

    /** Returns where a case is told and on which platform this is. */
    String heading(CaseId id, PlatformId platform) {
        String place = lookup.place().apply(id);
        return (place.isEmpty() ? "" : place + " ") + "@" + id + " " + platform;
    }

    /** Returns what is wrong in one line: {@code VFIO_SET_IOMMU(C1, type 7): expected 0, got EPERM}. */
    static String statement(Comparison comparison) {
        if (comparison.differences().isEmpty()) {
            return comparison.verdict().key() + ": "
                    + printable(comparison.reason().lines().findFirst().orElse(""));
        }
        Difference first = comparison.differences().get(0);
        return first.operation() + ": " + first.statement();
    }

    /** What an implementation prints may move the cursor of a terminal, or end a document. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private void finding(Comparison comparison, List<String> lines) {
        lines.add(shade.strong(heading(comparison.id(), comparison.platform())));
        if (comparison.differences().isEmpty()) {
            String[] reason = comparison.reason().split("\n", -1);
            lines.add("  " + shade.bad(statement(comparison)));
            for (int i = 1; i < reason.length; i++) {
                lines.add("    " + printable(reason[i]));
            }
        } else {
            differences(comparison, lines);
        }
    }

    private void differences(Comparison comparison, List<String> lines) {
        Difference first = comparison.differences().get(0);
        List<Difference> here = comparison.differences().stream()
                .filter(difference -> difference.step() == first.step())
                .filter(difference -> first.part() == Part.STATE || difference.part() != Part.STATE)
                .toList();
        lines.add("  " + shade.bad(statement(comparison)));
        here.stream().skip(1).limit(SHOWN_AT_A_STEP).forEach(more -> lines.add("    and " + more.statement()));
        if (here.size() > SHOWN_AT_A_STEP + 1) {
            lines.add("    and " + (here.size() - SHOWN_AT_A_STEP - 1) + " more");
        }
        if (first.field().equals(Part.ANSWER.key()) && first.found().matches("[A-Z][a-z].*")) {
            lines.add("  " + first.found() + " is no errno: --errors FILE can tell which one it means");
        }
        if (!first.rule().isEmpty()) {
            lines.add("  rule " + lookup.ruleText(first.rule()));
        }
        if (!comparison.fixedBy().isEmpty()) {
            lines.add("  earlier answers follow fixes of: " + String.join(", ", comparison.fixedBy()));
        }
        int later = comparison.differences().size() - here.size();
        if (later > 0) {
            lines.add("  " + later
                    + (later == 1
                            ? " later difference, possibly a consequence"
                            : " later differences, possibly consequences"));
        }
    }

    private static void also(CauseGroup group, Comparison example, List<String> lines) {
        String elsewhere = group.comparisons().stream()
                .filter(one -> one.id().equals(example.id()) && !one.platform().equals(example.platform()))
                .map(one -> one.platform().toString())
                .collect(Collectors.joining(", "));
        if (!elsewhere.isEmpty()) {
            lines.add("  also wrong on: " + elsewhere + " (same answer)");
        }
        List<CaseId> others = group.platforms().keySet().stream()
                .filter(id -> !id.equals(example.id()))
                .toList();
        if (!others.isEmpty()) {
            String named =
                    others.stream().limit(CASES_LISTED).map(id -> "@" + id).collect(Collectors.joining(", "));
            int more = others.size() - CASES_LISTED;
            lines.add("  the same in " + others.size() + (others.size() == 1 ? " more case: " : " more cases: ") + named
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    /** A case that no scenario tells has no name that a command knows. */
    private List<String> hint(Comparison comparison) {
        boolean told = !lookup.place().apply(comparison.id()).isEmpty();
        if (comparison.differences().isEmpty()) {
            return told ? List.of(hint(comparison, "")) : List.of();
        }
        Difference first = comparison.differences().get(0);
        if (told) {
            return List.of(hint(comparison, "#" + first.step()));
        }
        return first.rule().isEmpty() ? List.of() : List.of("  try: ./oracle explain " + first.rule());
    }

    private static String hint(Comparison comparison, String step) {
        return "  try: ./oracle explain @" + comparison.id() + step + " --platform " + comparison.platform();
    }
}
