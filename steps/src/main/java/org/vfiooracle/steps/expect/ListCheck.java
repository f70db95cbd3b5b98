// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vfiooracle.steps.platforms.TableWords;
import org.vfiooracle.steps.scene.Scene;
import org.vfiooracle.steps.scene.Track;

/**
 * A list of things that have named properties, compared in order with the rows of a table. Only the columns of the table
 * are compared; a row of dashes stands for an empty list.
 */
public final class ListCheck {
    /** What a property that a thing does not have reads as. */
    public static final String ABSENT = "-";

    private static final String NONE = "none";

    private final Scene scene;
    private final String what;
    private final List<Column> columns;
    private final Function<Track, List<Map<String, String>>> actual;

    /**
     * A kind of thing.
     *
     * @param what how failures call the list
     * @param columns the properties it can have
     * @param actual the things on a platform, in order, each with its properties in canonical spelling
     */
    public ListCheck(
            Scene scene, String what, List<Column> columns, Function<Track, List<Map<String, String>>> actual) {
        this.scene = scene;
        this.what = what;
        this.columns = List.copyOf(columns);
        this.actual = actual;
    }

    /** Compares with a table that may have a column platforms. */
    public void table(List<List<String>> cells) {
        List<String> optional = new ArrayList<>(List.of(TableWords.PLATFORMS));
        columns.stream().skip(1).map(Column::name).forEach(optional::add);
        Grid grid = Grid.of(scene, cells, List.of(columns.get(0).name()), optional);
        PlatformRows rows = PlatformRows.of(grid);
        List<Column> shown =
                columns.stream().filter(c -> grid.header().contains(c.name())).toList();
        Findings findings = new Findings(scene);
        for (Track track : scene.running()) {
            List<Grid.Row> mine = rows.all(track.platform());
            findings.compare(mine.get(0).number(), track, what, expected(mine, shown), got(track, shown));
        }
        findings.tell();
        rows.end();
    }

    /** Checks that the list is empty. */
    public void empty() {
        Findings findings = new Findings(scene);
        scene.running().forEach(track -> findings.compare(0, track, what, NONE, got(track, columns)));
        findings.tell();
    }

    private String expected(List<Grid.Row> rows, List<Column> shown) {
        List<String> lines = new ArrayList<>();
        for (Grid.Row row : rows) {
            boolean dashes = shown.stream().allMatch(c -> row.text(c.name()).equals(ABSENT));
            if (!dashes || rows.size() > 1) {
                lines.add(String.join(
                        " | ", shown.stream().map(c -> canonical(row, c)).toList()));
            }
        }
        return joined(lines);
    }

    private String canonical(Grid.Row row, Column column) {
        String cell = row.text(column.name());
        if (cell.equals(ABSENT)) {
            return ABSENT;
        }
        try {
            return column.canonical().apply(cell);
        } catch (IllegalArgumentException e) {
            throw scene.misuse(row.number(), column.name() + ": " + e.getMessage(), "");
        }
    }

    private String got(Track track, List<Column> shown) {
        List<String> lines = new ArrayList<>();
        for (Map<String, String> one : actual.apply(track)) {
            lines.add(String.join(
                    " | ",
                    shown.stream().map(c -> one.getOrDefault(c.name(), ABSENT)).toList()));
        }
        return joined(lines);
    }

    private static String joined(List<String> lines) {
        return lines.isEmpty() ? NONE : String.join("; ", lines);
    }
}
