// SPDX-License-Identifier: Apache-2.0
/** How much memory a process must be allowed to lock. */
@NullMarked
package org.vfiooracle.advice.memlock;

import org.jspecify.annotations.NullMarked;
