// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.steps.platforms.TableWords;
import org.vfiooracle.steps.scene.Scene;
import org.vfiooracle.steps.scene.Track;
import org.vfiooracle.steps.text.Quantity;

/** Numbers and other single values that a table tells for each platform. */
public final class ValueCheck {
    private static final String PAGES = "pages";

    private ValueCheck() {}

    /** Checks the fields that the last call reported; a dash stands for a field that was not reported. */
    public static void outFields(Scene scene, List<List<String>> cells) {
        List<OutField> fields = Arrays.asList(OutField.values());
        List<String> optional = new ArrayList<>(List.of(TableWords.PLATFORMS));
        fields.forEach(field -> optional.add(field.key()));
        Grid grid = Grid.of(scene, cells, List.of(), optional);
        PlatformRows rows = PlatformRows.of(grid);
        List<OutField> shown =
                fields.stream().filter(f -> grid.header().contains(f.key())).toList();
        if (shown.isEmpty()) {
            throw scene.misuse(0, "a table without a field checks nothing", "fields: " + String.join(", ", optional));
        }
        Findings findings = new Findings(scene);
        for (Track track : scene.running()) {
            Grid.Row row = rows.one(track.platform());
            String what =
                    "fields of " + track.lastOperation().map(OperationText::of).orElse("no call");
            findings.compare(
                    row.number(),
                    track,
                    what,
                    told(shown, field -> expected(scene, row, field)),
                    told(shown, field -> got(track, field)));
        }
        findings.tell();
        rows.end();
    }

    /** Checks the locked memory of the process, in host pages or as a size. */
    public static void lockedMemory(Scene scene, List<List<String>> cells) {
        lockedMemory(scene, Scene.FIRST_PROCESS, cells);
    }

    /** Checks the locked memory of a process, in host pages or as a size; the first one has an empty name. */
    public static void lockedMemory(Scene scene, String process, List<List<String>> cells) {
        PlatformRows rows = PlatformRows.of(Grid.of(scene, cells, List.of(PAGES), List.of(TableWords.PLATFORMS)));
        Findings findings = new Findings(scene);
        for (Track track : scene.running()) {
            Grid.Row row = rows.one(track.platform());
            String cell = row.text(PAGES);
            long expected = cell.matches("[0-9]{1,18}")
                    ? Long.parseLong(cell)
                    : quantity(scene, row, cell) / track.profile().pageSize();
            findings.compare(
                    row.number(),
                    track,
                    "locked pages",
                    Long.toString(expected),
                    Long.toString(lockedPages(track.state().as(process).process())));
        }
        findings.tell();
        rows.end();
    }

    private static long lockedPages(Process process) {
        return process.alive() ? process.lockedPages() : 0;
    }

    /** Checks one value that every platform that runs the scenario has. */
    public static void everywhere(Scene scene, String what, String expected, Function<Track, String> actual) {
        Findings findings = new Findings(scene);
        scene.running().forEach(track -> findings.compare(0, track, what, expected, actual.apply(track)));
        findings.tell();
    }

    private static String told(List<OutField> fields, Function<OutField, Optional<Long>> value) {
        List<String> all = new ArrayList<>();
        for (OutField field : fields) {
            String text = value.apply(field)
                    .map(v -> field.hex() ? Hex.of(v) : Long.toString(v))
                    .orElse(ListCheck.ABSENT);
            all.add(field.key() + " " + text);
        }
        return String.join(", ", all);
    }

    private static Optional<Long> expected(Scene scene, Grid.Row row, OutField field) {
        String cell = row.text(field.key());
        if (cell.equals(ListCheck.ABSENT)) {
            return Optional.empty();
        }
        return Optional.of(cell.matches("[0-9]{1,18}") ? Long.parseLong(cell) : quantity(scene, row, cell));
    }

    private static Optional<Long> got(Track track, OutField field) {
        return track.last().map(last -> last.outcome()).map(Outcome::out).map(out -> out.get(field));
    }

    private static long quantity(Scene scene, Grid.Row row, String cell) {
        try {
            return Quantity.parse(cell);
        } catch (IllegalArgumentException e) {
            throw scene.misuse(row.number(), String.valueOf(e.getMessage()), "");
        }
    }
}
