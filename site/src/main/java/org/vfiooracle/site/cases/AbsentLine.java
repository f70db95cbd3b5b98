// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.cases;

import java.util.List;
import org.vfiooracle.documents.facts.KernelSpans;
import org.vfiooracle.site.html.Link;

/**
 * Why platforms do not run a case.
 *
 * @param why in words
 * @param rule what stops them
 * @param platforms which
 */
public record AbsentLine(String why, Link rule, List<KernelSpans.Spans> platforms) {}
