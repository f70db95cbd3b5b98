// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import java.util.Collection;
import java.util.List;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.site.facts.CaseFacts;
import org.vfiooracle.site.html.Link;

/**
 * Links to cases.
 *
 * @param first some that are always shown
 * @param more some that can be opened
 * @param others how many there are beyond these
 */
public record CaseLinks(List<Link> first, List<Link> more, int others) {
    private static final int FIRST = 4;
    private static final int SHOWN = 40;

    /** Links to cases, in their order. */
    public static CaseLinks of(Collection<CaseId> cases) {
        List<Link> links = cases.stream()
                .limit(SHOWN)
                .map(id -> new Link(id.toString(), CaseFacts.page(id)))
                .toList();
        int first = Math.min(FIRST, links.size());
        return new CaseLinks(links.subList(0, first), links.subList(first, links.size()), cases.size() - links.size());
    }
}
