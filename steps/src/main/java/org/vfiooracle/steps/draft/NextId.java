// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds ids that no scenario has, or ever had. */
public final class NextId {
    private static final String FEATURES = "features";
    private static final String RETIRED = "retired-ids";

    private NextId() {}

    /**
     * Returns the id after the last one of an area, retired ones included: {@code ATTACH-076}. All files below
     * {@code features} count, whether they can be understood or not.
     *
     * @param area one of {@link Areas#ALL}
     * @throws UncheckedIOException when a file cannot be read
     */
    public static String in(Path root, String area) {
        String prefix = area.toUpperCase(Locale.ROOT);
        Pattern id = Pattern.compile("(?<![A-Z0-9-])" + Pattern.quote(prefix) + "-([0-9]{3})(?![0-9])");
        int last = files(root.resolve(FEATURES)).stream()
                .map(NextId::text)
                .flatMap(text -> id.matcher(text).results())
                .map(MatchResult::group)
                .mapToInt(found -> Integer.parseInt(found.substring(found.length() - 3)))
                .max()
                .orElse(0);
        return String.format(Locale.ROOT, "%s-%03d", prefix, last + 1);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".feature")
                            || file.getFileName().toString().equals(RETIRED))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
