// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ids that scenarios had once. A line of the file is an id and, after a blank, why it was retired; # begins a comment.
 *
 * @param lines the line of each id
 */
public record RetiredIds(Map<String, Integer> lines) {
    /** The file, relative to the checkout. */
    public static final String FILE = "features/retired-ids";

    public RetiredIds {
        lines = Map.copyOf(lines);
    }

    /** Reads the lines of the file. */
    public static RetiredIds of(List<String> text) {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                found.put(line.split("\\s+", 2)[0].replaceFirst("^@", ""), i + 1);
            }
        }
        return new RetiredIds(found);
    }

    /** Returns the line in which an id was retired, if it was. */
    public Optional<Integer> line(String id) {
        return Optional.ofNullable(lines.get(id));
    }
}
