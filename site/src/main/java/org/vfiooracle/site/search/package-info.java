// SPDX-License-Identifier: Apache-2.0
/** The index that the browser searches. */
@NullMarked
package org.vfiooracle.site.search;

import org.jspecify.annotations.NullMarked;
