// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Series;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;

/** The table of a call or a part, one column an era, and what is to be said below it. */
final class PartTable {
    private static final Release NEWEST = Series.ALL.get(Series.ALL.size() - 1);

    private final CallPart part;
    private final PartDepartures departures;
    private final Function<Rule, String> decidedOn;

    /**
     * Prepares a table.
     *
     * @param decidedOn where a rule has decided
     */
    PartTable(CallPart part, Function<Rule, String> decidedOn) {
        this.part = part;
        this.departures = new PartDepartures(part);
        this.decidedOn = decidedOn;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(table());
        sources(lines);
        decisions(lines);
        takenBack(lines);
        stable(lines);
        departures
                .letters()
                .forEach((deviation, letter) -> lines.addAll(List.of(
                        "",
                        "(" + letter + ") " + Markdown.code(deviation.id()) + ", " + deviation.releases() + ": "
                                + deviation.sentence() + " (" + deviation.source() + ")")));
        return lines;
    }

    private List<String> table() {
        Map<String, List<String>> eras = eras();
        List<String> head = new ArrayList<>(List.of("no.", "checks or does"));
        head.addAll(eras.keySet());
        List<String> lines = new ArrayList<>(Markdown.head(head.toArray(String[]::new)));
        for (int i = 0; i < part.rows().size(); i++) {
            CallRow row = part.rows().get(i);
            String rule = row.rule()
                    .map(id -> "<br>" + RuleSubject.link(id, Markdown.code(id.id())))
                    .orElse("");
            List<String> cells = new ArrayList<>(List.of(String.valueOf(i + 1), row.text() + rule));
            for (List<String> column : eras.values()) {
                cells.add(column.get(i));
            }
            lines.add(Markdown.row(cells.toArray(String[]::new)));
        }
        return lines;
    }

    /** The columns by the names of the eras: releases in a row of which every line says the same. */
    private Map<String, List<String>> eras() {
        Map<String, List<String>> eras = new LinkedHashMap<>();
        List<Release> era = new ArrayList<>();
        List<String> column = List.of();
        for (Release release : part.releases()) {
            List<String> next = column(release);
            if (!era.isEmpty() && !next.equals(column)) {
                eras.put(title(era), column);
                era.clear();
            }
            era.add(release);
            column = next;
        }
        eras.put(title(era), column);
        return eras;
    }

    private static String title(List<Release> era) {
        Release first = era.get(0);
        Release last = era.get(era.size() - 1);
        if (last.equals(NEWEST) && era.size() > 1) {
            return first + "..";
        }
        return era.size() == 1 ? first.toString() : first + ".." + last;
    }

    private List<String> column(Release release) {
        return part.rows().stream()
                .map(row -> row.on(release) ? cell(row, release) : "")
                .toList();
    }

    private String cell(CallRow row, Release release) {
        if (row.items().isEmpty()) {
            return row.success() ? "else" : "yes";
        }
        Item<?> item = row.items().stream()
                .filter(one -> one.releases().contains(release))
                .findFirst()
                .orElseThrow();
        String meant = item instanceof Check<?> check ? check.answer().toString() : "yes";
        return departures
                .of(item, release)
                .map(instead -> meant + ", " + instead)
                .orElse(meant);
    }

    /** Where Linux does it. */
    private void sources(List<String> lines) {
        Map<String, String> numbers = alike(row -> row.source(part.releases()));
        if (!numbers.isEmpty()) {
            lines.addAll(List.of("", "In Linux:", ""));
            numbers.forEach((source, rows) -> lines.add("- " + rows + ": " + source));
        }
    }

    /** Where a row has decided this call in the corpus. */
    private void decisions(List<String> lines) {
        List<String> texts = new ArrayList<>();
        alike(row -> row.rule().map(decidedOn).orElse("")).forEach((where, rows) -> texts.add(rows + " on " + where));
        if (!texts.isEmpty()) {
            lines.addAll(List.of("", "Decided in the corpus: " + String.join("; ", texts) + "."));
        }
    }

    /** The numbers of the rows of which the same can be said, by what is said; rows of which nothing is said are left out. */
    private Map<String, String> alike(Function<CallRow, String> said) {
        Map<String, String> alike = new LinkedHashMap<>();
        for (int i = 0; i < part.rows().size(); i++) {
            String text = said.apply(part.rows().get(i));
            if (!text.isEmpty()) {
                alike.merge(text, String.valueOf(i + 1), (before, number) -> before + ", " + number);
            }
        }
        return alike;
    }

    private void takenBack(List<String> lines) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < part.rows().size(); i++) {
            for (Item<?> item : part.rows().get(i).items()) {
                if (item instanceof Step<?> step && step.rollBack().isPresent()) {
                    steps.add((i + 1) + " *" + step.id() + "*");
                }
            }
        }
        if (!steps.isEmpty()) {
            Collections.reverse(steps);
            lines.addAll(List.of(
                    "", "When a later line refuses, these steps are undone: " + String.join(", then ", steps) + "."));
        }
    }

    /** The eras are those of the series; a stable series may change within. */
    private void stable(List<String> lines) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < part.rows().size(); i++) {
            for (Item<?> item : part.rows().get(i).items()) {
                if (!item.releases().fixedAt().isEmpty()
                        || !item.releases().sinceAt().isEmpty()) {
                    texts.add((i + 1) + " is of " + item.releases());
                }
            }
        }
        if (!texts.isEmpty()) {
            lines.addAll(List.of("", "Changed within a stable series: " + String.join("; ", texts) + "."));
        }
    }
}
