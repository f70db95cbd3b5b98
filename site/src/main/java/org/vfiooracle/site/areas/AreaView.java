// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.areas;

import java.util.List;
import org.vfiooracle.site.html.Chip;
import org.vfiooracle.site.html.Link;

/**
 * The scenarios of an area on all platforms.
 *
 * @param generations the platforms, by their generation
 * @param features the scenarios, by their feature
 */
public record AreaView(List<Generation> generations, List<Feature> features) {
    /**
     * A generation.
     *
     * @param name as platforms name it
     * @param title what it is
     * @param kernels its platforms, without its name
     */
    public record Generation(String name, String title, List<String> kernels) {}

    /**
     * A feature.
     *
     * @param title its title
     * @param rows one for each case
     */
    public record Feature(String title, List<Row> rows) {}

    /**
     * A case.
     *
     * @param name its id, and its page
     * @param title its title
     * @param cells what the platforms say to what it asks; neighbours of one generation that say the same are one
     */
    public record Row(Link name, String title, List<Cell> cells) {}

    /**
     * An answer.
     *
     * @param answer the answer
     * @param hint the rule that decided it
     * @param span how many platforms it covers
     * @param deviates whether the release has a bug here
     */
    public record Cell(Chip answer, String hint, int span, boolean deviates) {}

    /** The number of platforms. */
    public int width() {
        return generations.stream()
                .mapToInt(generation -> generation.kernels().size())
                .sum();
    }
}
