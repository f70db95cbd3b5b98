// SPDX-License-Identifier: Apache-2.0
/** Reads what a fuzzer makes up, and demands that each input is either read or refused in words. */
@NullMarked
package org.vfiooracle.fuzz;

import org.jspecify.annotations.NullMarked;
