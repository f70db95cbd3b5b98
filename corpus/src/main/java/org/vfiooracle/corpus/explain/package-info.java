// SPDX-License-Identifier: Apache-2.0
/** Why an answer is as it is: calls, rules and cases taken apart, as data for whoever shows them. */
@NullMarked
package org.vfiooracle.corpus.explain;

import org.jspecify.annotations.NullMarked;
