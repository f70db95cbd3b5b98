// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.areas;

import java.util.List;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.site.html.Link;

/**
 * The page that lists the areas.
 *
 * @param areas the areas
 * @param generations the platforms, by their generation
 */
public record AreasView(List<Area> areas, List<AreaView.Generation> generations) {
    /**
     * An area.
     *
     * @param name its title, and its page
     * @param cases how many cases it has
     * @param totals what its fixtures rest on
     */
    public record Area(Link name, int cases, EvidenceTotals totals) {}
}
