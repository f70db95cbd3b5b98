// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a picture looks like, by day and by night. No font is fetched. */
final class Style {
    private static final String SHAPES = """
            .vfio { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif }
            .vfio text { font-size: 13px }
            .vfio .title { font-size: 19px; font-weight: 600 }
            .vfio .head { font-size: 14px; font-weight: 600 }
            .vfio .small { font-size: 12px }
            .vfio .bold { font-weight: 600 }
            .vfio .mono { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 12px }
            .vfio .end { text-anchor: end }
            .vfio .box { stroke-width: 1.5 }
            .vfio .ghost { stroke-dasharray: 4 4 }
            .vfio .line { fill: none; stroke-width: 2 }
            .vfio .refused { stroke-dasharray: 2 4 }
            .vfio .no { font-weight: 600; paint-order: stroke; stroke-width: 5px }
            .vfio .loose { stroke-dasharray: 5 4 }
            """;

    /** A page may be narrower than the picture. */
    private static final String FIT = ".vfio { max-width: 100%; height: auto }\n";

    private static final Pattern CLASSES = Pattern.compile("class=\"([^\"]+)\"");
    private static final Pattern RULES = Pattern.compile("([^{}]+)\\{[^{}]*}");
    private static final Pattern NAMES = Pattern.compile("\\.([a-z0-9]+)");

    private Style() {}

    /** Returns the style sheet of a page that is always bright, with pictures of up to {@code hues} containers. */
    static String day(int hues) {
        return FIT + SHAPES + Palette.DAY.css(hues);
    }

    /** Returns the style sheet of a picture with {@code hues} colours for containers. */
    static String css(int hues) {
        return SHAPES + Palette.DAY.css(hues) + "@media (prefers-color-scheme: dark) {\n" + Palette.NIGHT.css(hues)
                + "}\n";
    }

    /** Returns as little of it as {@code picture} needs, for one of thousands. */
    static String compact(int hues, String picture) {
        Set<String> used = CLASSES.matcher(picture)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(" ")))
                .collect(toSet());
        return used(SHAPES + Palette.DAY.css(hues), used) + "@media (prefers-color-scheme:dark){"
                + used(Palette.NIGHT.css(hues), used) + "}";
    }

    private static String used(String css, Set<String> used) {
        return RULES.matcher(css)
                .results()
                .filter(rule -> Stream.of(rule.group(1).split(","))
                        .anyMatch(selector ->
                                NAMES.matcher(selector).results().allMatch(name -> used.contains(name.group(1)))))
                .map(rule -> rule.group()
                        .replaceAll("\\s+", " ")
                        .replaceAll(" ?([{};:,]) ?", "$1")
                        .strip())
                .collect(joining());
    }
}
