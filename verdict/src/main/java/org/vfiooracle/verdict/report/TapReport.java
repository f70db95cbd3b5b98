// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Objection;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.corpus.store.FixtureName;

/** A result in the Test Anything Protocol, version 14: a test for each fixture, with what is wrong as a YAML block. */
final class TapReport {
    private final FailureText failures;
    private final List<String> lines = new ArrayList<>();
    private int number;

    TapReport(Lookup lookup) {
        this.failures = new FailureText(lookup);
    }

    String of(ExplainedResult findings) {
        DiffResult result = findings.result();
        int tests = result.comparisons().size()
                + result.missing().size()
                + result.extra().size()
                + result.objections().size();
        lines.add("TAP version 14");
        lines.add(tests == 0 ? "1..0 # SKIP nothing was compared" : "1.." + tests);
        result.comparisons().forEach(this::test);
        result.missing().forEach(name -> failed(name, "missing", "no answer to @" + name));
        result.extra().forEach(name -> failed(name, "extra", "no fixture for @" + name));
        for (Objection objection : result.objections()) {
            number++;
            lines.add("not ok " + number + " - waiver " + escaped(objection.place()));
            block("objection", objection.text(), List.of());
        }
        lines.add("# " + SummaryLine.of(result));
        return String.join("\n", lines) + "\n";
    }

    private void test(Comparison comparison) {
        FixtureName name = new FixtureName(comparison.platform(), comparison.id());
        Verdict verdict = comparison.verdict();
        if (verdict == Verdict.WAIVED) {
            lines.add(point("not ok", name) + " # TODO " + escaped(oneLine(comparison.reason())));
        } else if (verdict.finding()) {
            lines.add(point("not ok", name));
            block(verdict.key(), FailureText.statement(comparison), failures.lines(comparison));
        } else if (verdict == Verdict.CONFORMS || verdict == Verdict.FIXED) {
            lines.add(point("ok", name));
        } else {
            String why = verdict == Verdict.PARTIAL ? NotReached.text(comparison) : oneLine(comparison.reason());
            lines.add(point("ok", name) + " # SKIP " + escaped(why));
        }
    }

    private void failed(FixtureName name, String verdict, String message) {
        lines.add(point("not ok", name));
        block(verdict, message, List.of());
    }

    private String point(String how, FixtureName name) {
        number++;
        return how + " " + number + " - " + name;
    }

    private void block(String verdict, String message, List<String> details) {
        lines.add("  ---");
        lines.add("  verdict: " + verdict);
        lines.add("  message: " + quoted(message));
        if (!details.isEmpty()) {
            lines.add("  details: |-");
            details.forEach(line -> lines.add("    " + printable(line)));
        }
        lines.add("  ...");
    }

    private static String quoted(String text) {
        return "'" + printable(text).replace("'", "''") + "'";
    }

    /** A {@code #} would begin a directive. */
    private static String escaped(String text) {
        return printable(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
