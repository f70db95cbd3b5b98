// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vfiooracle.contract.codec.PlainLine;
import org.vfiooracle.corpus.naming.PlatformsText;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * One thing that is wrong with a scenario or a feature file.
 *
 * @param kind what kind of thing
 * @param place where: the row of a table, a step, a tag
 * @param id id of the case, where it has one
 * @param platforms where it is wrong in the same way; empty when it has nothing to do with platforms
 * @param message what is wrong, what was expected and found, in one line or a few
 * @param hint what to do about it; may be empty
 */
public record Failure(
        Kind kind, Place place, Optional<String> id, List<PlatformId> platforms, List<String> message, String hint) {
    /** The kinds of failures. */
    public enum Kind {
        /** The model answers otherwise than a table says. */
        EXPECTATION,
        /** A table leaves a platform out, names one twice or none, or is wrong about who runs the scenario. */
        PLATFORMS,
        /** The vocabulary does not have the step. */
        UNDEFINED_STEP,
        /** The feature file cannot be understood, or breaks a rule of style. */
        FEATURE
    }

    public Failure {
        platforms = List.copyOf(platforms);
        message = message.stream().map(PlainLine::of).toList();
        hint = PlainLine.of(hint);
    }

    /** Returns a failure of the feature file, the same everywhere. */
    public static Failure at(Place place, Optional<String> id, String message, String hint) {
        return new Failure(Kind.FEATURE, place, id, List.of(), List.of(message), hint);
    }

    /** Returns this as another kind. */
    public Failure as(Kind other) {
        return new Failure(other, place, id, platforms, message, hint);
    }

    /** Returns the id of the scenario, without the name of a row. */
    public Optional<String> scenario() {
        return id.map(i -> i.split("\\.", 2)[0]);
    }

    /** Returns this as a user reads it: a heading, and below it, indented, the rest. No line end at the end. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(PlainLine.of(place
                + id.map(i -> " @" + i).orElse("")
                + platforms.stream().limit(1).map(p -> " " + p).collect(Collectors.joining())));
        message.forEach(line -> lines.add("  " + line));
        if (platforms.size() > 1) {
            lines.add(
                    "  also wrong on: " + PlatformsText.of(platforms.subList(1, platforms.size())) + " (same answer)");
        }
        if (!hint.isEmpty()) {
            lines.add("  " + hint);
        }
        return String.join("\n", lines);
    }
}
