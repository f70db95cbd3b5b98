// SPDX-License-Identifier: Apache-2.0
/** Running scenarios on Cucumber, in parallel and in a fixed order. */
@NullMarked
package org.vfiooracle.steps.run;

import org.jspecify.annotations.NullMarked;
