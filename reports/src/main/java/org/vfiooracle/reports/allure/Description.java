// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;

/** What the report says of a scenario before its steps: its own words, who answers what, and the rules behind it. */
final class Description {
    private static final String CELL =
            "text-align:left;vertical-align:top;padding:3px 14px 3px 0;border-bottom:1px solid #d8dee4";

    private final ScenarioReport report;
    private final List<AnswerRow> rows;

    Description(ScenarioReport report, List<AnswerRow> rows) {
        this.report = report;
        this.rows = rows;
    }

    /** The description as HTML. */
    String html() {
        return prose() + answers() + rules() + pointer();
    }

    private String prose() {
        return report.text()
                .description()
                .strip()
                .lines()
                .map(String::strip)
                .map(line -> line.isEmpty() ? "</p><p>" : Html.escape(line))
                .collect(joining(" ", "<p>", "</p>"))
                .replace("<p></p>", "");
    }

    private String answers() {
        return rows.isEmpty()
                ? ""
                : rows.stream()
                        .map(Description::row)
                        .collect(joining(
                                "",
                                "<table style=\"border-collapse:collapse\"><thead><tr>" + head("Platforms")
                                        + head("Answer") + head("Rule") + head("Evidence") + "</tr></thead><tbody>",
                                "</tbody></table>"));
    }

    private static String row(AnswerRow row) {
        AnswerRow.Said said = row.said();
        String platforms =
                PlatformNames.lines(row.platforms()).stream().map(Html::whole).collect(joining("<br>"));
        String answer = (said.right() ? "" : "&#10007; ") + "<b>" + Html.escape(said.answer()) + "</b>";
        String rule = said.rule().isEmpty() ? "" : Html.code(said.rule());
        return "<tr>" + cell(platforms) + cell(answer) + cell(rule) + cell(Html.escape(said.evidence())) + "</tr>";
    }

    private String rules() {
        String items = rows.stream()
                .map(row -> row.said().rule())
                .filter(id -> !id.isEmpty())
                .distinct()
                .flatMap(id -> Rules.find(id).stream())
                .map(Description::rule)
                .collect(joining());
        return items.isEmpty() ? "" : "<ul>" + items + "</ul>";
    }

    private static String rule(Rule rule) {
        return "<li>" + Html.code(rule.id()) + ": " + Html.escape(rule.sentence()) + " ("
                + Html.escape(rule.source().text()) + ")</li>";
    }

    private String pointer() {
        return "<p>" + Html.code(report.text().path()) + ", more with "
                + Html.code("./oracle explain @" + report.id().scenario()) + "</p>";
    }

    private static String head(String text) {
        return "<th style=\"" + CELL + "\">" + text + "</th>";
    }

    private static String cell(String html) {
        return "<td style=\"" + CELL + "\">" + html + "</td>";
    }
}
