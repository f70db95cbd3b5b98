// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.strength;

import java.util.List;

/**
 * What the page of strength shows.
 *
 * @param platforms the platforms that were measured
 */
public record MistakesView(List<Measured> platforms) {
    /**
     * A platform.
     *
     * @param name its id
     * @param cases how many cases are recorded
     * @param mistakes how many mistakes can be made
     * @param caught how many of them a case catches
     * @param explained how many of the others have a reason
     * @param most how many cases catch nine of ten of what all catch
     * @param chosen how many cases catch all of it
     * @param picture the file of its curve
     * @param tallies what became of each kind of mistake
     * @param survivors those that no case catches, by their reason
     */
    public record Measured(
            String name,
            int cases,
            int mistakes,
            int caught,
            int explained,
            int most,
            int chosen,
            String picture,
            List<Tally> tallies,
            List<Survivors> survivors) {
        /** How many are neither caught nor explained. */
        public int open() {
            return mistakes - caught - explained;
        }
    }

    /** What became of the mistakes of a kind, which a sentence describes. */
    public record Tally(String kind, int caught, int of) {}

    /**
     * Mistakes that survive for the same reason.
     *
     * @param kind what they are; empty where nobody knows a reason
     * @param why the reason
     * @param mistakes their ids
     */
    public record Survivors(String kind, String why, List<String> mistakes) {}
}
