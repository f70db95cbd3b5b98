// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which scenarios are wanted.
 *
 * @param text how the user said it; empty for all
 * @param within a feature file or a folder; empty for the features of the checkout
 * @param line a line of the file, which means the scenario that it is in
 * @param tag a tag, or an id as a tag, perhaps with the name of a row; with its @
 */
public record Selection(String text, Optional<Path> within, OptionalInt line, Optional<String> tag) {
    private static final Pattern WITH_LINE = Pattern.compile("(.+\\.feature):([0-9]{1,6})");

    /** Returns all scenarios of the checkout. */
    public static Selection all() {
        return new Selection("", Optional.empty(), OptionalInt.empty(), Optional.empty());
    }

    /**
     * Reads {@code @ATTACH-012}, {@code ATTACH-012.same-phb}, {@code @tag}, a feature file, perhaps with {@code :LINE}, or
     * a folder; paths are relative to {@code root}.
     *
     * @throws NothingSelected when it is a path and nothing is there
     */
    public static Selection parse(Path root, String text) {
        if (text.startsWith("@") || Ids.isCase(text)) {
            String tag = text.startsWith("@") ? text : "@" + text;
            return new Selection(text, Optional.empty(), OptionalInt.empty(), Optional.of(tag));
        }
        Matcher line = WITH_LINE.matcher(text);
        Path path = root.resolve(line.matches() ? line.group(1) : text);
        if (!Files.exists(path)) {
            throw NothingSelected.noFile(text);
        }
        return new Selection(
                text,
                Optional.of(path),
                line.matches() ? OptionalInt.of(Integer.parseInt(line.group(2))) : OptionalInt.empty(),
                Optional.empty());
    }

    /** Tells whether the text of a feature file can have such a scenario, before somebody reads it as Gherkin. */
    boolean mayBeIn(String text) {
        return tag.map(wanted -> text.contains(wanted.split("\\.", 2)[0])).orElse(true);
    }

    /** Tells whether a scenario is wanted, as far as its tags say. */
    boolean tagged(ScenarioSource source) {
        if (tag.isEmpty()) {
            return true;
        }
        String wanted = tag.get();
        return source.text().tags().contains(wanted)
                || wanted.equals("@" + source.origin().id());
    }
}
