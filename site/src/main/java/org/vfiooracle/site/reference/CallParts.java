// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vfiooracle.documents.facts.CallFacts;
import org.vfiooracle.documents.facts.CallRow;
import org.vfiooracle.documents.facts.EraTable;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Links;

/** Makes the tables of a call. */
final class CallParts {
    private CallParts() {}

    static List<CallView.Section> sections(CallFacts facts) {
        CallView.Section usual = section("", "", facts.parts());
        return facts.ofType1().isEmpty()
                ? List.of(usual)
                : List.of(usual, section("Where the driver of the container is Type1", "type1-", facts.ofType1()));
    }

    private static CallView.Section section(String title, String prefix, List<EraTable> tables) {
        List<CallView.Told> refusals = CallFacts.refusals(tables).entrySet().stream()
                .map(one -> new CallView.Told(one.getKey(), String.join("; ", one.getValue())))
                .toList();
        return new CallView.Section(
                title,
                refusals,
                tables.stream().map(table -> part(prefix, table)).toList());
    }

    private static CallView.Part part(String prefix, EraTable table) {
        Map<String, List<String>> eras = table.eras();
        List<CallView.Line> lines = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            int at = i;
            List<String> cells =
                    eras.values().stream().map(column -> column.get(at)).toList();
            lines.add(line(prefix, i + 1, table.rows().get(i), cells));
        }
        return new CallView.Part(
                table.name(),
                anchor(prefix, table.name()),
                List.copyOf(eras.keySet()),
                lines,
                told(table.sources()),
                told(table.decisions()),
                table.undone().stream()
                        .map(undone -> undone.number() + " " + undone.step())
                        .collect(joining(", then ")),
                table.changedWithinSeries().stream()
                        .map(changed -> changed.number() + " is of " + changed.releases())
                        .collect(joining("; ")),
                departures(table));
    }

    private static CallView.Line line(String prefix, int number, CallRow row, List<String> cells) {
        return new CallView.Line(
                number,
                row.kind().name().toLowerCase(Locale.ROOT),
                row.text(),
                row.performs().stream()
                        .map(part -> new Link(part, "#" + anchor(prefix, part)))
                        .toList(),
                row.rule().map(Links::rule).orElse(Link.none("")),
                cells);
    }

    /** The lines that are told the same have their numbers in one text, as the key or as the value of these maps. */
    private static List<CallView.Told> told(Map<String, String> numbers) {
        return numbers.entrySet().stream()
                .map(one -> new CallView.Told(one.getValue(), one.getKey()))
                .toList();
    }

    private static List<CallView.Departure> departures(EraTable table) {
        return table.departures().entrySet().stream()
                .map(one -> new CallView.Departure(
                        one.getValue(),
                        one.getKey().id(),
                        one.getKey().releases() + ": " + one.getKey().sentence() + " ("
                                + one.getKey().source() + ")"))
                .toList();
    }

    private static String anchor(String prefix, String name) {
        return prefix + Arrays.stream(name.split("[^A-Za-z0-9_.]+")).collect(joining("-"));
    }
}
