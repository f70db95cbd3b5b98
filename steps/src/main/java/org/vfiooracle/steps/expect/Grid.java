// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.steps.scene.Scene;

/** The table of the current step: a header that names known columns, and rows that know their line. */
public final class Grid {
    private final Scene scene;
    private final List<String> header;
    private final List<List<String>> cells;

    private Grid(Scene scene, List<String> header, List<List<String>> cells) {
        this.scene = scene;
        this.header = header;
        this.cells = cells;
    }

    /**
     * One row below the header.
     *
     * @param number from 1
     */
    public record Row(int number, List<String> header, List<String> cells) {
        /** Returns the cell of a column; empty when the table does not have the column. */
        public Optional<String> cell(String column) {
            int at = header.indexOf(column);
            return at < 0 ? Optional.empty() : Optional.of(cells.get(at));
        }

        /** Returns the cell of a column, or an empty text. */
        public String text(String column) {
            return cell(column).orElse("");
        }
    }

    /**
     * Reads the table of the current step.
     *
     * @param required columns it must have
     * @param optional columns it may have
     * @throws org.vfiooracle.steps.failure.ScenarioFailed when it has others, one twice, or no row
     */
    public static Grid of(Scene scene, List<List<String>> cells, List<String> required, List<String> optional) {
        List<List<String>> filled = cells.stream().map(Grid::withoutNull).toList();
        List<String> header = filled.isEmpty() ? List.of() : filled.get(0);
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        boolean fits = header.containsAll(required)
                && known.containsAll(header)
                && header.stream().distinct().count() == header.size();
        if (!fits) {
            throw scene.misuse(
                    0,
                    "expected the columns " + String.join(", ", required)
                            + (optional.isEmpty() ? "" : " (and perhaps " + String.join(", ", optional) + ")")
                            + ", found " + (header.isEmpty() ? "no table" : String.join(", ", header)),
                    "");
        }
        if (filled.size() < 2) {
            throw scene.misuse(0, "a table without rows checks nothing", "");
        }
        return new Grid(scene, header, filled.subList(1, filled.size()));
    }

    private static List<String> withoutNull(List<String> row) {
        List<String> filled = new ArrayList<>();
        for (String cell : row) {
            filled.add(cell == null ? "" : cell);
        }
        return List.copyOf(filled);
    }

    /** The scenario it is in. */
    Scene scene() {
        return scene;
    }

    /** The columns. */
    public List<String> header() {
        return header;
    }

    /** The rows, in order. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            rows.add(new Row(i + 1, header, cells.get(i)));
        }
        return rows;
    }
}
