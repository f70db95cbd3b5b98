// SPDX-License-Identifier: Apache-2.0
/** Pictures of states. */
@NullMarked
package org.vfiooracle.reports.picture;

import org.jspecify.annotations.NullMarked;
