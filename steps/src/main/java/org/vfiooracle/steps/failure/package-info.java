// SPDX-License-Identifier: Apache-2.0
/** What can be wrong with a scenario, and how that reads. */
@NullMarked
package org.vfiooracle.steps.failure;

import org.jspecify.annotations.NullMarked;
