// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.steps.Recording;
import org.vfiooracle.steps.RecordingRequest;
import org.vfiooracle.steps.RecordingResult;
import org.vfiooracle.steps.feature.Library;
import org.vfiooracle.steps.feature.NothingSelected;
import org.vfiooracle.steps.feature.ScenarioSource;
import org.vfiooracle.steps.feature.Selection;

/** Runs the scenarios that a user names. */
public final class ScenarioChoice {
    private static final Pattern FILE = Pattern.compile("(?<file>.+\\.feature)(?<line>:[0-9]+)?");

    private final Checkout checkout;
    private final Optional<String> typed;

    /** Chooses what was typed, or everything when nothing was. */
    public ScenarioChoice(Checkout checkout, Optional<String> typed) {
        this.checkout = checkout;
        this.typed = typed;
    }

    /**
     * Runs them.
     *
     * @param request everything else about the run
     * @throws UnknownScenario when there are none
     */
    public RecordingResult run(RecordingRequest request) {
        if (typed.isPresent() && typed.get().isBlank()) {
            throw new UnknownScenario("(an empty text)", List.of("features/attach"), List.of("@ATTACH-001"));
        }
        try {
            return Recording.run(request.only(selection()));
        } catch (NothingSelected nothing) {
            throw unknown(nothing);
        }
    }

    private Selection selection() {
        return typed.map(text -> Selection.parse(checkout.root(), located(text)))
                .orElseGet(Selection::all);
    }

    /** Paths are understood from the working folder, too. */
    private String located(String text) {
        if (text.startsWith("@")) {
            return text;
        }
        Matcher file = FILE.matcher(text);
        String path = file.matches() ? file.group("file") : text;
        Path found = checkout.file(path);
        return found.toFile().exists() ? found + text.substring(path.length()) : text;
    }

    private RuntimeException unknown(NothingSelected nothing) {
        if (typed.isEmpty()) {
            return nothing;
        }
        List<ScenarioSource> all =
                Library.read(checkout.root(), Selection.all()).selected();
        return new UnknownScenario(
                typed.get(),
                all.stream().map(source -> source.origin().place().feature()).toList(),
                all.stream().map(source -> "@" + source.origin().id()).toList());
    }
}
