// SPDX-License-Identifier: Apache-2.0
/** Writes to a checkout that are done wholly or not at all, whenever the process is killed. */
@NullMarked
package org.vfiooracle.corpus.journal;

import org.jspecify.annotations.NullMarked;
