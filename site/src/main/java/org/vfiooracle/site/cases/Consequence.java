// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.cases;

import java.util.List;
import org.vfiooracle.documents.facts.KernelSpans;

/**
 * What an operation leads to beside its answer.
 *
 * @param number of the operation, from 1
 * @param text the operation
 * @param ways what happens, each for the platforms where it does
 */
public record Consequence(int number, String text, List<Way> ways) {
    /**
     * What happens on some platforms.
     *
     * @param platforms which; none where it is so on all
     * @param calls what a program called
     * @param effects what the hardware was told
     */
    public record Way(List<KernelSpans.Spans> platforms, List<String> calls, List<String> effects) {}
}
