// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.cases;

import java.util.List;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.steps.feature.RowValue;

/**
 * What the page of a case shows.
 *
 * @param id the case
 * @param area its area
 * @param feature the path of its feature file
 * @param rule the sentence of the rule that its scenario stands under; empty for none
 * @param description what its scenario says in words; empty for nothing
 * @param row the cells of its row, where its scenario has several
 * @param siblings the other rows
 * @param steps the steps of its scenario
 * @param asked the operation that it is about
 * @param call the page of that call
 * @param answers who answers what
 * @param absent who does not run it, and why
 * @param drawn pictures of calls
 * @param operations all operations with their answers
 * @param consequences what operations lead to beside their answers
 * @param command what tells more
 */
public record CaseView(
        String id,
        Link area,
        String feature,
        String rule,
        List<String> description,
        List<RowValue> row,
        List<Link> siblings,
        List<StepLine> steps,
        String asked,
        Link call,
        List<AnswerLine> answers,
        List<AbsentLine> absent,
        List<DrawnCall> drawn,
        OperationTable operations,
        List<Consequence> consequences,
        String command) {
    /**
     * A step of the scenario.
     *
     * @param keyword such as {@code Given}
     * @param text the rest
     */
    public record StepLine(String keyword, String text) {}
}
