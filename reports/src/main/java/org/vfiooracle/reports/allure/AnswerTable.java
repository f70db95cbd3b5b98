// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who answers what, by which rule, and what that rests on, as HTML. An answer stands once, beside all that give it. */
record AnswerTable(List<AnswerRow> rows) {
    private static final int LINE = 36;

    /** What rows may share. */
    private record Shared(String answer, String rule, boolean right) {
        static Shared by(AnswerRow row) {
            return new Shared(row.said().answer(), row.said().rule(), row.said().right());
        }
    }

    String html() {
        Map<Shared, List<AnswerRow>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(Shared.by(row), any -> new ArrayList<>()).add(row));
        return groups.entrySet().stream()
                .map(group -> rows(group.getKey(), group.getValue()))
                .collect(joining(
                        "",
                        "<table class='answers'><tr><th>Platforms</th><th>Answer</th><th>Rule</th><th>Evidence</th></tr>",
                        "</table>"));
    }

    private static String rows(Shared shared, List<AnswerRow> alike) {
        String span = alike.size() == 1 ? "<td>" : "<td rowspan=" + alike.size() + ">";
        String middle = span + (shared.right() ? "" : "&#10007; ") + "<b>" + Html.escape(shared.answer()) + "</b></td>"
                + span + (shared.rule().isEmpty() ? "" : Html.code(shared.rule())) + "</td>";
        StringBuilder html = new StringBuilder();
        for (AnswerRow row : alike) {
            html.append("<tr><td>").append(platforms(row)).append("</td>");
            html.append(html.indexOf(middle) < 0 ? middle : "");
            html.append("<td>").append(Html.escape(row.said().evidence())).append("</td></tr>");
        }
        return html.toString();
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
