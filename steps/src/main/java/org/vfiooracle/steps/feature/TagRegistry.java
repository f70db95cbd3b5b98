// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tags that scenarios may bear besides their id. A line of the file is a tag and, after a blank, what it means; #
 * begins a comment.
 *
 * @param tags with their @
 */
public record TagRegistry(Set<String> tags) {
    /** The file, relative to the checkout. */
    public static final String FILE = "features/tags";

    public TagRegistry {
        tags = Collections.unmodifiableSet(new TreeSet<>(tags));
    }

    /** Reads the lines of the file. */
    public static TagRegistry of(List<String> text) {
        Set<String> found = new TreeSet<>();
        for (String line : text) {
            if (line.startsWith("@")) {
                found.add(line.split("\\s+", 2)[0]);
            }
        }
        return new TagRegistry(found);
    }
}
