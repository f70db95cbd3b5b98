// SPDX-License-Identifier: Apache-2.0
/** All recorded cases: their files, and how they are written and compared. */
@NullMarked
package org.vfiooracle.corpus.store;

import org.jspecify.annotations.NullMarked;
