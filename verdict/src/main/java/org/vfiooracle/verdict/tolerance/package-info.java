// SPDX-License-Identifier: Apache-2.0
/** What somebody has declared: differences that are expected, and names of errors. */
@NullMarked
package org.vfiooracle.verdict.tolerance;

import org.jspecify.annotations.NullMarked;
