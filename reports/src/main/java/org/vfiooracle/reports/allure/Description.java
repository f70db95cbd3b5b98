// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.reports.picture.Picture;

/** What the report says of a scenario before its steps: its own words, who answers what, the rules behind it, and what is left. */
final class Description {
    /** Said once; in every cell it would be half of the report. */
    private static final String STYLE = """
            .answers { border-collapse: collapse }
            .answers td, .answers th { text-align: left; vertical-align: top; padding: 3px 14px 3px 0; border-bottom: 1px solid #d8dee4 }
            .answers td { min-width: 7em; overflow-wrap: anywhere }
            .answers td:first-child code { white-space: nowrap }
            summary { display: list-item; cursor: pointer; padding: 3px 0 }
            """;

    private final ScenarioReport report;
    private final List<AnswerRow> rows;

    Description(ScenarioReport report, List<AnswerRow> rows) {
        this.report = report;
        this.rows = rows;
    }

    /** The description as HTML. */
    String html() {
        return style() + prose() + answers() + rules() + pictures() + pointer();
    }

    private String style() {
        return "<style>" + STYLE
                + Picture.style(DrawnStates.containers(report.recorded(), report.wrong()))
                + "</style>";
    }

    /** A wrong answer is shown with the state before it. Of what is right the end is enough, and keeps the report small. */
    private String pictures() {
        List<Fixture> goingOn = report.wrong().stream()
                .filter(wrong -> !wrong.ends())
                .map(PlatformResult.Wrong::fixture)
                .toList();
        return DrawnStates.ofCalls("Before and after the call, not as expected: ", report.wrong())
                + DrawnStates.html("What the model ends in, not as expected: ", goingOn)
                + DrawnStates.html("What it ends in: ", report.recorded());
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
        return rows.isEmpty() ? "" : new AnswerTable(rows).html();
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
}
