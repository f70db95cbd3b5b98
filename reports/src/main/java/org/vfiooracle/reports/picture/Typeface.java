// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.List;
import java.util.Map;

/** How much room text takes in a broad typeface, DejaVu Sans; others need less. */
final class Typeface {
    private static final double NORMAL = 7.4;
    private static final Map<String, Double> ADVANCES =
            Map.of("title", 12.0, "head", 8.9, "mono", 7.3, "bold", 7.5, "small", 6.8);

    private Typeface() {}

    /** Returns the width of text in pixels; the broadest of its styles counts. */
    static int width(String style, String text) {
        double advance = List.of(style.split(" ")).stream()
                .filter(ADVANCES::containsKey)
                .mapToDouble(ADVANCES::get)
                .max()
                .orElse(NORMAL);
        return (int) Math.ceil(text.length() * advance);
    }
}
