// SPDX-License-Identifier: Apache-2.0
/** What makes differences of several cases the same finding. */
@NullMarked
package org.vfiooracle.verdict.cause;

import org.jspecify.annotations.NullMarked;
