// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.cases;

import java.util.List;
import org.vfiooracle.documents.facts.KernelSpans;
import org.vfiooracle.site.html.Chip;
import org.vfiooracle.site.html.Link;

/**
 * The operations of a case with their answers, a column for the platforms that answer all of them alike.
 *
 * @param columns the platforms of each column
 * @param lines one for each operation
 */
public record OperationTable(List<List<KernelSpans.Spans>> columns, List<Line> lines) {
    /**
     * An operation.
     *
     * @param number from 1
     * @param text the operation
     * @param call the page of its call
     * @param asked whether the scenario is about it
     * @param cells the answers, neighbours that are the same once
     */
    public record Line(int number, String text, Link call, boolean asked, List<Cell> cells) {}

    /**
     * An answer.
     *
     * @param answer the answer
     * @param out what the call filled in
     * @param rule what refused it, or decided what the scenario is about; leads nowhere otherwise
     * @param span how many columns it covers
     */
    public record Cell(Chip answer, String out, Link rule, int span) {}

    /** Whether all platforms answer alike. */
    public boolean alike() {
        return columns.size() == 1;
    }
}
