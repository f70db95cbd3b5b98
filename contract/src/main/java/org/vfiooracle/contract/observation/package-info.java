// SPDX-License-Identifier: Apache-2.0
/** A case as an implementation answered it, and who the implementation is. */
@NullMarked
package org.vfiooracle.contract.observation;

import org.jspecify.annotations.NullMarked;
