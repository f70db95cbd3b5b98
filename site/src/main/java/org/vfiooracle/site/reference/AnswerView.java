// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import java.util.List;
import org.vfiooracle.site.html.Link;

/**
 * What the page of an answer shows.
 *
 * @param meaning what programs print for it; empty where they print nothing
 * @param answered which calls are answered so in the corpus
 * @param unseen rules that answer so, though no case shows it
 */
public record AnswerView(String meaning, List<AnsweredLine> answered, List<Unseen> unseen) {
    /**
     * A rule that no case shows.
     *
     * @param rule the rule
     * @param sentence what it says
     * @param places the calls, or parts that calls share, with their releases
     */
    public record Unseen(Link rule, String sentence, String places) {}
}
