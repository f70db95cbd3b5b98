// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import java.util.List;
import org.vfiooracle.documents.facts.BugFacts;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Prose;

/**
 * What a page of bugs shows.
 *
 * @param bugs its bugs
 */
public record BugView(List<Record> bugs) {
    /**
     * A bug.
     *
     * @param id how it is numbered
     * @param anchor where it stands on the page
     * @param title what goes wrong
     * @param releases where it is, and what ended it
     * @param fate whether it is fixed
     * @param note how it shows, or why no case can show it
     * @param departures the switches in the model
     * @param rules the reasons in fixtures
     * @param cases that show it
     * @param kernels it was seen on; empty where none
     */
    public record Record(
            String id,
            String anchor,
            Prose title,
            Prose releases,
            String fate,
            Prose note,
            List<BugFacts.Departure> departures,
            List<Link> rules,
            CaseLinks cases,
            String kernels) {}
}
