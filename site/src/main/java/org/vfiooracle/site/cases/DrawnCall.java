// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.cases;

import java.util.List;
import org.vfiooracle.documents.facts.KernelSpans;

/**
 * A call in pictures.
 *
 * @param number of the operation, from 1
 * @param text the operation with its answer
 * @param states the states before and after it
 * @param platforms those on which it looks so
 */
public record DrawnCall(int number, String text, List<Drawn> states, List<KernelSpans.Spans> platforms) {
    /**
     * A state in a picture.
     *
     * @param title which state
     * @param file the picture
     * @param told the state in words
     * @param width in pixels
     * @param height in pixels
     */
    public record Drawn(String title, String file, String told, int width, int height) {}
}
