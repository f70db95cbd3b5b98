// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import java.util.List;
import org.vfiooracle.site.html.Link;

/**
 * What a page of rules shows.
 *
 * @param rules its rules
 */
public record RuleView(List<Record> rules) {
    /**
     * A rule.
     *
     * @param id its id
     * @param sentence what it says
     * @param answers the errnos that it gives, with their releases; empty where it only ever gives success
     * @param source what says so
     * @param calls the calls that it has answered
     * @param kernels the real kernels that agreed; empty where none did
     * @param evidence what the fixtures rest on that it decides; empty where it decides none
     * @param cases in which it decides
     */
    public record Record(
            String id,
            String sentence,
            String answers,
            String source,
            List<Link> calls,
            String kernels,
            String evidence,
            CaseLinks cases) {}
}
