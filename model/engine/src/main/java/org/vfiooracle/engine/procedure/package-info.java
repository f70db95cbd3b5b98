// SPDX-License-Identifier: Apache-2.0
/** Checks, steps, procedures and the deviations that edit them. */
@NullMarked
package org.vfiooracle.engine.procedure;

import org.jspecify.annotations.NullMarked;
