// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import java.util.List;
import org.vfiooracle.site.html.Link;

/**
 * What the page of a call shows.
 *
 * @param answered what it is answered in the corpus
 * @param sections what it checks and does
 */
public record CallView(List<AnsweredLine> answered, List<Section> sections) {
    /**
     * What a call checks and does, with one driver.
     *
     * @param title the heading; empty for the first
     * @param refusals the lines that refuse, by answer
     * @param parts its own table, and those of the parts that it performs
     */
    public record Section(String title, List<Told> refusals, List<Part> parts) {}

    /**
     * A table.
     *
     * @param name of the call or of the part
     * @param anchor where it stands on the page
     * @param eras the titles of the columns
     * @param lines what it checks and does
     * @param sources where Linux does so: numbers of lines, and the place
     * @param decided where lines have decided: numbers, and generations
     * @param undone the steps that are undone when a later line refuses; empty for none
     * @param changed what changed within a stable series; empty for nothing
     * @param departures the bugs that change lines
     */
    public record Part(
            String name,
            String anchor,
            List<String> eras,
            List<Line> lines,
            List<Told> sources,
            List<Told> decided,
            String undone,
            String changed,
            List<Departure> departures) {}

    /**
     * A check or a step.
     *
     * @param number from 1
     * @param kind {@code check}, {@code step}, {@code reason} or {@code success}
     * @param text what it asks or does
     * @param performs the parts that it performs, and where they stand on the page
     * @param rule the rule; leads nowhere for a step
     * @param cells what it does in each era
     */
    public record Line(int number, String kind, String text, List<Link> performs, Link rule, List<String> cells) {}

    /**
     * Something, and what is told of it.
     *
     * @param of what
     * @param text what is told
     */
    public record Told(String of, String text) {}

    /**
     * A bug that changes lines.
     *
     * @param letter by which the lines name it
     * @param id of its deviation
     * @param text since when, and what it does
     */
    public record Departure(String letter, String id, String text) {}
}
