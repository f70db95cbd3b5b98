// SPDX-License-Identifier: Apache-2.0
/** The start page, and a page for each area with its scenarios on all platforms. */
@NullMarked
package org.vfiooracle.site.areas;

import org.jspecify.annotations.NullMarked;
