// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.ParseError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.Place;
import org.vfiooracle.steps.failure.ScenarioFailed;

/**
 * A feature file as read.
 *
 * @param path with /, relative to the checkout where it is inside of it
 * @param lines how many lines it has
 * @param document what stands in it, with lines
 * @param parsed the scenarios as Cucumber runs them; empty when the file has none
 */
public record FeatureFile(String path, int lines, GherkinDocument document, Optional<Feature> parsed) {
    /**
     * Reads the text of a feature file.
     *
     * @throws ScenarioFailed when it is no Gherkin; each failure has line and column
     */
    public static FeatureFile read(String path, String text) {
        FeatureText resource = new FeatureText(path, text);
        try {
            Optional<Feature> parsed = new FeatureParser(ids(path)).parseResource(resource);
            return new FeatureFile(
                    path,
                    (int) text.lines().count(),
                    parsed.map(FeatureFile::document).orElseGet(FeatureFile::nothing),
                    parsed);
        } catch (FeatureParserException e) {
            throw new ScenarioFailed(errors(resource));
        }
    }

    /** Ids that no other file has; random ones would take longer than the file. */
    private static Supplier<UUID> ids(String path) {
        long file =
                UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        AtomicLong next = new AtomicLong();
        return () -> new UUID(file, next.getAndIncrement());
    }

    private static GherkinDocument document(Feature feature) {
        for (Object event : feature.getParseEvents()) {
            Optional<GherkinDocument> found = ((Envelope) event).getGherkinDocument();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return nothing();
    }

    private static GherkinDocument nothing() {
        return new GherkinDocument(null, null, List.of());
    }

    private static List<Failure> errors(FeatureText resource) {
        List<Failure> failures = new ArrayList<>();
        try (Stream<Envelope> envelopes =
                GherkinParser.builder().build().parse(resource.label(), resource.getInputStream())) {
            envelopes.flatMap(e -> e.getParseError().stream()).forEach(e -> failures.add(failure(resource, e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return failures;
    }

    private static Failure failure(FeatureText resource, ParseError error) {
        Optional<Location> at = error.getSource().getLocation();
        int line = at.map(l -> l.getLine().intValue()).orElse(1);
        int column = at.flatMap(Location::getColumn).map(Long::intValue).orElse(1);
        String message = error.getMessage().replaceFirst("^\\([0-9]+:[0-9]+\\): ", "");
        return Failure.at(
                new Place(resource.label(), line, column),
                Optional.empty(),
                "not valid Gherkin: " + message.strip(),
                "");
    }
}
