// SPDX-License-Identifier: Apache-2.0
/** One scenario while it runs: the case under construction, and how far each platform has got. */
@NullMarked
package org.vfiooracle.steps.scene;

import org.jspecify.annotations.NullMarked;
