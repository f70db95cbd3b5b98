// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vfiooracle.documents.facts.CallRow;
import org.vfiooracle.documents.facts.EraTable;

/** The table of a call or a part as Markdown, one column an era, and what is to be said below it. */
final class PartTable {
    private final EraTable table;

    PartTable(EraTable table) {
        this.table = table;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(eras());
        if (!table.sources().isEmpty()) {
            lines.addAll(List.of("", "In Linux:", ""));
            table.sources().forEach((source, rows) -> lines.add("- " + rows + ": " + source));
        }
        below(lines, "Decided in the corpus: ", decisions());
        below(lines, "When a later line refuses, these steps are undone: ", undone());
        below(lines, "Changed within a stable series: ", changed());
        table.departures()
                .forEach((deviation, letter) -> lines.addAll(List.of(
                        "",
                        "(" + letter + ") " + Markdown.code(deviation.id()) + ", " + deviation.releases() + ": "
                                + deviation.sentence() + " (" + deviation.source() + ")")));
        return lines;
    }

    private static void below(List<String> lines, String what, String text) {
        if (!text.isEmpty()) {
            lines.addAll(List.of("", what + text + "."));
        }
    }

    private List<String> eras() {
        Map<String, List<String>> eras = table.eras();
        List<String> head = new ArrayList<>(List.of("no.", "checks or does"));
        head.addAll(eras.keySet());
        List<String> lines = new ArrayList<>(Markdown.head(head.toArray(String[]::new)));
        for (int i = 0; i < table.rows().size(); i++) {
            CallRow row = table.rows().get(i);
            String rule = row.rule()
                    .map(id -> "<br>" + RulePages.link(id, Markdown.code(id.id())))
                    .orElse("");
            List<String> cells = new ArrayList<>(List.of(String.valueOf(i + 1), text(row) + rule));
            for (List<String> column : eras.values()) {
                cells.add(column.get(i));
            }
            lines.add(Markdown.row(cells.toArray(String[]::new)));
        }
        return lines;
    }

    private static String text(CallRow row) {
        return switch (row.kind()) {
            case CHECK, SUCCESS -> row.text();
            case REASON -> "may decide: " + row.text();
            case STEP -> step(row.text()) + (row.performs().isEmpty() ? "" : ": see " + links(row.performs()));
        };
    }

    private static String links(List<String> parts) {
        return parts.stream()
                .map(part -> "[" + part + "](#" + Markdown.anchor(part) + ")")
                .collect(joining(", "));
    }

    private static String step(String name) {
        return "*" + name + "*";
    }

    private String decisions() {
        return table.decisions().entrySet().stream()
                .map(decided -> decided.getValue() + " on " + decided.getKey())
                .collect(joining("; "));
    }

    private String undone() {
        return table.undone().stream()
                .map(undone -> undone.number() + " " + step(undone.step()))
                .collect(joining(", then "));
    }

    private String changed() {
        return table.changedWithinSeries().stream()
                .map(changed -> changed.number() + " is of " + changed.releases())
                .collect(joining("; "));
    }
}
