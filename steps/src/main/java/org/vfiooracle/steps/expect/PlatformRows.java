// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.platforms.TableWords;
import org.vfiooracle.steps.platforms.UnknownPlatforms;
import org.vfiooracle.steps.scene.Scene;
import org.vfiooracle.steps.scene.Track;

/** Which rows of a table speak of a platform: those whose {@code platforms} cell names it, else the {@code *} row. */
public final class PlatformRows {
    private final Scene scene;
    private final List<Choice> choices;
    private final Set<Integer> heard = new TreeSet<>();

    private record Choice(Grid.Row row, Optional<Predicate<PlatformId>> pattern) {
        boolean names(PlatformId platform) {
            return pattern.isPresent() && pattern.get().test(platform);
        }
    }

    private PlatformRows(Scene scene, List<Choice> choices) {
        this.scene = scene;
        this.choices = choices;
    }

    /**
     * Reads the {@code platforms} column of a table.
     *
     * @throws org.vfiooracle.steps.failure.ScenarioFailed when a cell is no pattern, or names no platform of the corpus
     */
    public static PlatformRows of(Grid grid) {
        Scene scene = grid.scene();
        boolean selects = grid.header().contains(TableWords.PLATFORMS);
        List<Choice> choices = grid.rows().stream()
                .map(row -> new Choice(row, selects ? pattern(scene, row) : Optional.empty()))
                .toList();
        return new PlatformRows(scene, choices);
    }

    private static Optional<Predicate<PlatformId>> pattern(Scene scene, Grid.Row row) {
        String text = row.text(TableWords.PLATFORMS);
        if (text.equals(TableWords.OTHERS)) {
            return Optional.empty();
        }
        Predicate<PlatformId> pattern;
        try {
            pattern = scene.testbed().sets().select(text);
        } catch (UnknownPlatforms e) {
            throw scene.misuse(
                    row.number(), row.header().indexOf(TableWords.PLATFORMS), String.valueOf(e.getMessage()), e.hint());
        }
        if (scene.testbed().corpus().stream().noneMatch(pattern)) {
            throw scene.platforms(
                    row.number(),
                    "\"" + text + "\" names no platform of the corpus",
                    "the corpus: " + names(scene.testbed().corpus()));
        }
        return Optional.of(pattern);
    }

    /**
     * Returns the one row that speaks of a platform.
     *
     * @throws org.vfiooracle.steps.failure.ScenarioFailed when none does, or several
     */
    public Grid.Row one(PlatformId platform) {
        List<Grid.Row> found = all(platform);
        if (found.size() > 1) {
            throw scene.platforms(
                    found.get(1).number(),
                    platform + " matches this row and that of line "
                            + scene.step().line(found.get(0).number()),
                    "each platform of the corpus must match exactly one row");
        }
        return found.get(0);
    }

    /**
     * Returns the rows that speak of a platform, at least one.
     *
     * @throws org.vfiooracle.steps.failure.ScenarioFailed when none does
     */
    public List<Grid.Row> all(PlatformId platform) {
        List<Grid.Row> found = any(platform);
        if (found.isEmpty()) {
            throw scene.platforms(
                    0,
                    "no row matches " + names(unspoken()),
                    "add them to a row, or match all others with " + TableWords.OTHERS);
        }
        found.forEach(this::heed);
        return found;
    }

    /** Returns the rows that speak of a platform, if any do. */
    public List<Grid.Row> any(PlatformId platform) {
        List<Choice> naming = choices.stream().filter(c -> c.names(platform)).toList();
        List<Choice> found = naming.isEmpty()
                ? choices.stream().filter(c -> c.pattern().isEmpty()).toList()
                : naming;
        return found.stream().map(Choice::row).toList();
    }

    /** Returns whether a platform stands in a row by name, or by {@code *} in one that {@code others} takes. */
    public boolean speakOf(PlatformId platform, Predicate<Grid.Row> others) {
        return choices.stream().anyMatch(c -> c.names(platform) || c.pattern().isEmpty() && others.test(c.row()));
    }

    /** Notes that a row was of use. */
    public void heed(Grid.Row row) {
        heard.add(row.number());
    }

    /**
     * Ends a table.
     *
     * @throws org.vfiooracle.steps.failure.ScenarioFailed when a row names only platforms of which the table does not speak: it
     *     would look like a claim, and check nothing
     */
    public void end() {
        for (Choice choice : choices) {
            if (choice.pattern().isPresent()
                    && !heard.contains(choice.row().number())
                    && scene.testbed().whole()) {
                throw scene.platforms(
                        choice.row().number(),
                        "no platform that \"" + choice.row().text(TableWords.PLATFORMS) + "\" names runs the scenario",
                        "remove the row, or use n/a in a table of answers");
            }
        }
    }

    private List<PlatformId> unspoken() {
        return scene.tracks().stream()
                .filter(track -> track.stopped()
                        .map(why -> !scene.explained(track.platform(), why))
                        .orElse(true))
                .map(Track::platform)
                .filter(p -> choices.stream().noneMatch(c -> c.names(p)))
                .toList();
    }

    private static String names(List<PlatformId> platforms) {
        return platforms.stream().map(PlatformId::toString).collect(Collectors.joining(", "));
    }
}
