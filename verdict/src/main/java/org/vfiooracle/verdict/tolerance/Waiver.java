// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.tolerance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.conformance.compare.Objection;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.observation.Part;

/**
 * A difference that somebody expects, and why.
 *
 * @param file where it is declared, as the user named it
 * @param line where it begins
 * @param column where it begins
 * @param scope the fixtures that it is about
 * @param call name of the call that is answered otherwise, if only one is meant
 * @param field what of its answer ({@code answer}, {@code locked_pages}, {@code out.flags}), if only that is meant
 * @param rule id of the rule that decides what is expected, if only that is meant
 * @param answers what else is a legal answer; empty where any is
 * @param verdict how the case ends
 * @param reason why the difference is expected
 * @param link where more is told; may be empty
 * @param until the last day on which it holds, if it is not for ever
 */
public record Waiver(
        String file,
        int line,
        int column,
        Scope scope,
        Optional<String> call,
        Optional<String> field,
        Optional<String> rule,
        List<String> answers,
        Verdict verdict,
        String reason,
        String link,
        Optional<LocalDate> until) {
    public Waiver {
        answers = List.copyOf(answers);
    }

    /** Whether its last day has passed. */
    boolean expired(LocalDate today) {
        return until.filter(last -> last.isBefore(today)).isPresent();
    }

    /** Whether a finding is what this expects, as far as cases, platforms and the way it ends are concerned. */
    boolean speaksOf(Comparison comparison) {
        return comparison.verdict() == verdict && scope.contains(comparison);
    }

    /** Whether it expects a difference. */
    boolean covers(Difference difference) {
        return call.map(name -> name.equals(difference.operation().replaceAll("\\(.*", "")))
                        .orElse(true)
                && rule.map(id -> id.equals(difference.rule())).orElse(true)
                && field.map(name -> isField(name, difference.field())).orElse(true)
                && (answers.isEmpty()
                        || !difference.field().equals(Part.ANSWER.key())
                        || answers.contains(difference.found()));
    }

    /** Whether what comes after a difference that it covers follows from it: another answer leads elsewhere. */
    boolean coversConsequences() {
        return field.map(Part.ANSWER.key()::equals).orElse(true);
    }

    /** {@code locked_pages} is a field of each call, and of what is left. */
    private static boolean isField(String name, String field) {
        String plain = field.replaceAll("\\[[0-9]+\\]", "");
        return plain.equals(name) || plain.endsWith("." + name) || plain.startsWith(name + ".");
    }

    /** What a report says of a finding that it covers. */
    String told() {
        return reason + " (" + file + ":" + line + (link.isEmpty() ? "" : ", " + link) + ")";
    }

    Objection objection(String text) {
        return new Objection(file, line, column, text);
    }
}
