// SPDX-License-Identifier: Apache-2.0
/** Which other platform, or which bug, would have answered as an implementation did. */
@NullMarked
package org.vfiooracle.verdict.nearest;

import org.jspecify.annotations.NullMarked;
