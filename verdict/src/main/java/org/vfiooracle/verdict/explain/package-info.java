// SPDX-License-Identifier: Apache-2.0
/** What can be said of one difference: the state before it, the shortest case that shows it, and what answers so. */
@NullMarked
package org.vfiooracle.verdict.explain;

import org.jspecify.annotations.NullMarked;
