// SPDX-License-Identifier: Apache-2.0
/** All recorded fixtures: their files, their index, and how they are written and compared. */
@NullMarked
package org.vfiooracle.corpus.store;

import org.jspecify.annotations.NullMarked;
