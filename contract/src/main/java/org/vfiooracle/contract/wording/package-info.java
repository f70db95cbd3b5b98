// SPDX-License-Identifier: Apache-2.0
/** Operations, outcomes and effects in words, as every page and message has them. */
@NullMarked
package org.vfiooracle.contract.wording;

import org.jspecify.annotations.NullMarked;
