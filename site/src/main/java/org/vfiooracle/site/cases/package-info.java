// SPDX-License-Identifier: Apache-2.0
/** A page for each case. */
@NullMarked
package org.vfiooracle.site.cases;

import org.jspecify.annotations.NullMarked;
