// SPDX-License-Identifier: Apache-2.0
/** What the fuzzer is given, and what it once found. */
@NullMarked
package org.vfiooracle.fuzz;

import org.jspecify.annotations.NullMarked;
