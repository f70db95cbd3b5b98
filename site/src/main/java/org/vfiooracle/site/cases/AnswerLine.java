// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.cases;

import java.util.List;
import org.vfiooracle.documents.facts.KernelSpans;
import org.vfiooracle.site.html.Chip;
import org.vfiooracle.site.html.Link;

/**
 * An answer to what a scenario asks.
 *
 * @param answer the answer
 * @param intended what was intended instead, and by which deviation it is not so; empty where the answer is as intended
 * @param rule the rule that decided it
 * @param sentence what the rule says
 * @param platforms those that answer so
 * @param evidence what that rests on, in numbers
 * @param kernels the real kernels that agree; empty where none does
 */
public record AnswerLine(
        Chip answer,
        String intended,
        Link rule,
        String sentence,
        List<KernelSpans.Spans> platforms,
        String evidence,
        String kernels) {}
