// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence that may name code in backquotes.
 *
 * @param parts its parts, in order
 */
public record Prose(List<Part> parts) {
    /**
     * A part of a sentence.
     *
     * @param text the words
     * @param code whether they stood between backquotes
     */
    public record Part(String text, boolean code) {}

    public Prose {
        parts = List.copyOf(parts);
    }

    /** Takes a sentence apart. */
    public static Prose of(String text) {
        List<Part> parts = new ArrayList<>();
        String[] split = text.split("`", -1);
        for (int i = 0; i < split.length; i++) {
            if (!split[i].isEmpty()) {
                parts.add(new Part(split[i], i % 2 == 1));
            }
        }
        return new Prose(parts);
    }
}
