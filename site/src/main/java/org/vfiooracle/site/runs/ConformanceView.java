// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.runs;

import java.util.List;
import org.vfiooracle.site.html.Link;

/**
 * What the page of conformance shows.
 *
 * @param areas the columns
 * @param implementations what implementations have answered in runs that were kept
 * @param machines the real kernels, by generation
 * @param programs real programs that ran above the model
 */
public record ConformanceView(List<Link> areas, List<Group> implementations, List<Group> machines, List<Row> programs) {
    /**
     * Rows that belong together.
     *
     * @param title what they have in common
     * @param rows the rows; of runs of one implementation, the oldest first
     */
    public record Group(String title, List<Row> rows) {}

    /**
     * A run, or what a ledger says of a machine.
     *
     * @param name which
     * @param note more about it; empty for nothing
     * @param total all areas together
     * @param trend how many more agree than in the run before, as in {@code +3}; empty for the first, and for what is no run
     * @param scores one for each area
     * @param random random operations that it was asked, and how many differed; empty for none
     */
    public record Row(String name, String note, Score total, String trend, List<Score> scores, String random) {}
}
