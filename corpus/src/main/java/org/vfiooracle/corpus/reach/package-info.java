// SPDX-License-Identifier: Apache-2.0
/** Whether the scenarios reach all that the model can say. */
@NullMarked
package org.vfiooracle.corpus.reach;

import org.jspecify.annotations.NullMarked;
