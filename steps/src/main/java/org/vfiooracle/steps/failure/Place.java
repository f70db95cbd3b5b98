// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.failure;

/**
 * A place in a feature file.
 *
 * @param feature path with /, relative to the checkout where it is inside of it
 * @param line from 1
 * @param column from 1; 0 where only the line matters
 */
public record Place(String feature, int line, int column) implements Comparable<Place> {
    /** Returns the beginning of a line. */
    public static Place of(String feature, int line) {
        return new Place(feature, line, 0);
    }

    @Override
    public int compareTo(Place other) {
        int byFile = feature.compareTo(other.feature);
        int byLine = Integer.compare(line, other.line);
        return byFile != 0 ? byFile : byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** Returns {@code features/attach/join.feature:31}. */
    @Override
    public String toString() {
        return feature + ":" + line + (column > 0 ? ":" + column : "");
    }
}
