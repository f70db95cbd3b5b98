// SPDX-License-Identifier: Apache-2.0
/** Expectation tables: which row speaks of which platform, and whether it is right. */
@NullMarked
package org.vfiooracle.steps.expect;

import org.jspecify.annotations.NullMarked;
