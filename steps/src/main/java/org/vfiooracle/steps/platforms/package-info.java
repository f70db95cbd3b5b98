// SPDX-License-Identifier: Apache-2.0
/** Sets of platforms that have a name, and which refusals the tables of features claim. */
@NullMarked
package org.vfiooracle.steps.platforms;

import org.jspecify.annotations.NullMarked;
