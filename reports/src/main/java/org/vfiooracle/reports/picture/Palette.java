// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The colours of a picture, written out for programs that draw SVG without knowing variables.
 *
 * @param ink of text
 * @param soft of text that matters less
 * @param card of the background
 * @param pane of the hardware
 * @param edge of what has no container
 * @param free of addresses where nothing is mapped
 * @param refused of calls that were refused
 * @param hues of the containers
 */
record Palette(
        String ink, String soft, String card, String pane, String edge, String free, String refused, List<Hue> hues) {
    /** A colour with a pale one to write on. */
    record Hue(String tint, String wash) {}

    static final Palette DAY = new Palette(
            "#1f2328",
            "#59636e",
            "#ffffff",
            "#f6f8fa",
            "#afb8c1",
            "#e4e8ed",
            "#cf222e",
            List.of(
                    new Hue("#0969da", "#ddf4ff"),
                    new Hue("#bc4c00", "#fff1e5"),
                    new Hue("#1a7f37", "#dafbe1"),
                    new Hue("#8250df", "#fbefff"),
                    new Hue("#bf3989", "#ffeff7"),
                    new Hue("#6e5800", "#fff8c5")));

    static final Palette NIGHT = new Palette(
            "#e6edf3",
            "#9198a1",
            "#0d1117",
            "#151b23",
            "#4d5661",
            "#2a313c",
            "#ff7b72",
            List.of(
                    new Hue("#4493f8", "#0c2d6b"),
                    new Hue("#f0883e", "#5a1e02"),
                    new Hue("#3fb950", "#033a16"),
                    new Hue("#ab7df8", "#3c1e70"),
                    new Hue("#f778ba", "#5e103e"),
                    new Hue("#d29922", "#4b2900")));

    /** The rules of CSS that apply these colours, and the first {@code count} of the containers'. */
    String css(int count) {
        return """
                .vfio text { fill: INK }
                .vfio .soft { fill: SOFT }
                .vfio .card { fill: CARD; stroke: EDGE }
                .vfio .pane { fill: PANE; stroke: EDGE }
                .vfio .ghost { fill: none; stroke: EDGE }
                .vfio .free { fill: FREE }
                .vfio .box { fill: CARD; stroke: EDGE }
                .vfio .refused, .vfio .stop { stroke: REFUSED }
                .vfio text.no { fill: REFUSED; stroke: CARD }
                """.replace("INK", ink)
                        .replace("SOFT", soft)
                        .replace("CARD", card)
                        .replace("PANE", pane)
                        .replace("EDGE", edge)
                        .replace("FREE", free)
                        .replace("REFUSED", refused)
                + IntStream.range(0, Math.min(count, hues.size()))
                        .mapToObj(n -> css(".vfio .c" + n, hues.get(n)))
                        .collect(joining());
    }

    private static String css(String which, Hue hue) {
        return """
                C.box, C.chip, C.line { stroke: TINT }
                C.band, C.chip { fill: WASH }
                C.live, C.dot { fill: TINT }
                """.replace("C", which).replace("TINT", hue.tint()).replace("WASH", hue.wash());
    }
}
