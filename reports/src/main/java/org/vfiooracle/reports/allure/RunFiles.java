// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that describe a run as a whole: its environment, and the categories of failures. */
final class RunFiles {
    private RunFiles() {}

    /** A category of failures: its title, by which the message of a failure begins, and whether something was found. */
    record Category(String title, boolean finding) {}

    static void write(Path folder, RunFacts facts) {
        write(
                folder,
                environment(facts),
                Arrays.stream(ScenarioFailure.Kind.values())
                        .map(kind -> new Category(kind.title(), kind.finding()))
                        .toList());
    }

    static void write(Path folder, Map<String, String> environment, List<Category> categories) {
        try {
            Files.writeString(folder.resolve("environment.properties"), properties(environment));
            Files.writeString(
                    folder.resolve("categories.json"),
                    categories.stream().map(RunFiles::text).collect(joining(",\n  ", "[\n  ", "\n]\n")),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(RunFacts facts) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("Oracle", facts.version());
        entries.put("Java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        entries.put("Fixtures", Integer.toString(facts.evidence().total()));
        entries.put("Evidence", facts.evidence().shares());
        entries.put("Platforms", PlatformNames.of(facts.platforms()));
        entries.put("Command", facts.command());
        return entries;
    }

    private static String properties(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue().replace("\\", "\\\\") + "\n")
                .collect(joining());
    }

    private static String text(Category category) {
        return """
                {"name": "%s", "matchedStatuses": ["%s"], "messageRegex": "%s\\\\n.*"}""".formatted(category.title(), category.finding() ? "failed" : "broken", category.title());
    }
}
