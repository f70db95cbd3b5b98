// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.areas;

import java.util.List;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.site.html.Link;

/**
 * The page that a site begins with.
 *
 * @param version of the oracle
 * @param corpus the version of the corpus
 * @param cases how many cases there are
 * @param platforms on how many platforms
 * @param totals what the fixtures rest on
 * @param doors where to go, and what is there
 */
public record StartView(
        String version, String corpus, int cases, int platforms, EvidenceTotals totals, List<Door> doors) {
    /**
     * A way into the site.
     *
     * @param to where it leads
     * @param what is there
     */
    public record Door(Link to, String what) {}
}
