// SPDX-License-Identifier: Apache-2.0
/** What a guest of the pseries machine sees of DMA: TCE tables, their hypercalls, and the RTAS calls of dynamic windows. */
@NullMarked
package org.vfiooracle.programs.guest;

import org.jspecify.annotations.NullMarked;
