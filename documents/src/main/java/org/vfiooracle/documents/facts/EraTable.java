// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Series;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;

/** The table of a call or of a part that calls share: one column an era, and what is to be said below it. */
public final class EraTable {
    private static final Release NEWEST = Series.ALL.get(Series.ALL.size() - 1);

    private final CallPart part;
    private final PartDepartures departures;
    private final Function<Rule, String> decidedOn;

    /**
     * A step that is undone when a later line refuses.
     *
     * @param number of its line, from 1
     * @param step its name
     */
    public record Undone(int number, String step) {}

    /**
     * A line that a stable series got or lost.
     *
     * @param number of the line, from 1
     * @param releases those that have it
     */
    public record Changed(int number, String releases) {}

    /**
     * Prepares a table.
     *
     * @param decidedOn where a rule has decided
     */
    public EraTable(CallPart part, Function<Rule, String> decidedOn) {
        this.part = part;
        this.departures = new PartDepartures(part);
        this.decidedOn = decidedOn;
    }

    /** The name of the call or of the part. */
    public String name() {
        return part.name();
    }

    /** The lines, in the order in which Linux comes to them. */
    public List<CallRow> rows() {
        return part.rows();
    }

    /** The deviations that change lines, each with the letter that stands for it. */
    public Map<Deviation, String> departures() {
        return departures.letters();
    }

    /** The columns by the names of the eras: releases in a row of which every line says the same. */
    public Map<String, List<String>> eras() {
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
            return row.kind() == CallRow.Kind.SUCCESS ? "else" : "yes";
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

    /** Where Linux does it: the numbers of lines by their source. */
    public Map<String, String> sources() {
        return alike(row -> row.source(part.releases()));
    }

    /** Where lines have decided this call in the corpus: their numbers by generations. */
    public Map<String, String> decisions() {
        return alike(row -> row.rule().map(decidedOn).orElse(""));
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

    /** The steps that are undone when a later line refuses, in the order in which that happens. */
    public List<Undone> undone() {
        List<Undone> steps = new ArrayList<>();
        for (int i = 0; i < part.rows().size(); i++) {
            for (Item<?> item : part.rows().get(i).items()) {
                if (item instanceof Step<?> step && step.rollBack().isPresent()) {
                    steps.add(new Undone(i + 1, step.id()));
                }
            }
        }
        Collections.reverse(steps);
        return steps;
    }

    /** The lines that changed within a stable series, and when: the eras are those of the series. */
    public List<Changed> changedWithinSeries() {
        List<Changed> changed = new ArrayList<>();
        for (int i = 0; i < part.rows().size(); i++) {
            for (Item<?> item : part.rows().get(i).items()) {
                if (!item.releases().fixedAt().isEmpty()
                        || !item.releases().sinceAt().isEmpty()) {
                    changed.add(new Changed(i + 1, item.releases().toString()));
                }
            }
        }
        return changed;
    }
}
