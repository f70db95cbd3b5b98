// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.corpus.evidence.Evidence;
import org.vfiooracle.corpus.evidence.EvidenceTotals;

/** Who answers what, by which rule, and what that rests on, as HTML: a row for each answer. */
record AnswerTable(List<AnswerRow> rows) {
    private static final int LINE = 36;

    String html() {
        return rows.stream()
                .map(AnswerTable::html)
                .collect(joining(
                        "",
                        "<table class='answers'><tr><th>Platforms</th><th>Answer</th><th>Rule</th><th>Evidence</th></tr>",
                        "</table>"));
    }

    private static String html(AnswerRow row) {
        AnswerRow.Said said = row.said();
        return "<tr><td>" + platforms(row) + "</td><td>" + (said.right() ? "" : "&#10007; ") + "<b>"
                + Html.escape(said.answer()) + "</b></td><td>"
                + (said.rule().isEmpty() ? "" : Html.code(said.rule())) + "</td><td>"
                + (said.note().isEmpty() ? evidence(row.evidence()) : Html.escape(said.note())) + "</td></tr>";
    }

    /** How many fixtures rest on what, and the machines to be opened. */
    private static String evidence(List<Evidence> evidence) {
        String kinds = EvidenceTotals.of(evidence.stream().map(Evidence::claim)).kinds();
        String machines = evidence.stream()
                .flatMap(one -> one.witnesses().stream())
                .map(Witness::toString)
                .distinct()
                .sorted()
                .map(Html::escape)
                .collect(joining("<br>"));
        return machines.isEmpty()
                ? Html.escape(kinds)
                : "<details><summary>" + Html.escape(kinds) + "</summary>" + machines + "</details>";
    }

    private static String platforms(AnswerRow row) {
        return PlatformNames.lines(row.platforms()).stream()
                .map(AnswerTable::folded)
                .collect(joining("<br>"));
    }

    /** A generation with many kernels takes several lines, which begin with kernels. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int length = 0;
        for (String word : line.split(" ")) {
            boolean fits = length + word.length() < LINE;
            folded.append(length == 0 ? "" : fits ? " " : "<br>&nbsp; ").append(Html.escape(word));
            length = fits ? length + word.length() + 1 : word.length() + 2;
        }
        return "<code>" + folded + "</code>";
    }
}
